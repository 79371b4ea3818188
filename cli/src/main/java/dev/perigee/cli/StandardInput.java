package dev.perigee.cli;

import java.io.IOException;
import java.io.InputStream;

/** What a command is given on its standard input. Who asks for it again would get nothing, and is told so instead. */
final class StandardInput {
    private final InputStream stream;
    private boolean isRead;

    StandardInput(InputStream stream) {
        this.stream = stream;
    }

    byte[] readAll() throws IOException {
        if (isRead) throw new IOException("the standard input can be read only once");
        isRead = true;
        return stream.readAllBytes();
    }
}
