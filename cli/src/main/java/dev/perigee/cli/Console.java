package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** What a command reads and writes: the process's own streams, or those of a test. All text is UTF-8. */
record Console(StandardInput in, PrintWriter out, PrintWriter err, boolean isTerminal) {
    static Console ofProcess() {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        return of(System.in, out, err, Ansi.AUTO.enabled());
    }

    static Console of(InputStream in, OutputStream out, OutputStream err) {
        return of(in, out, err, false);
    }

    private static Console of(InputStream in, OutputStream out, OutputStream err, boolean isTerminal) {
        return new Console(
                new StandardInput(in),
                new PrintWriter(out, false, UTF_8),
                new PrintWriter(err, false, UTF_8),
                isTerminal);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
