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

    /** @throws ReadTwice if it has been read already */
    byte[] readAll() throws IOException {
        if (isRead) throw new ReadTwice();
        isRead = true;
        return stream.readAllBytes();
    }

    /** More than one input of a command is the standard input, which is wrong usage. */
    static final class ReadTwice extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReadTwice() {
            super("The standard input (-) can be read only once.");
        }
    }
}
