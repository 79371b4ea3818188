package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/** What a command reads and writes: the process's own streams, or those of a test. All text is UTF-8. */
record Console(InputStream in, PrintWriter out, PrintWriter err) {
    static Console ofProcess() {
        return of(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    static Console of(InputStream in, OutputStream out, OutputStream err) {
        return new Console(in, new PrintWriter(out, false, UTF_8), new PrintWriter(err, false, UTF_8));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
