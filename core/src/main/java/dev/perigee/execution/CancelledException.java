package dev.perigee.execution;

import dev.perigee.data.ClientException;

/** What was not there when the request was cancelled. */
final class CancelledException extends ClientException {
    private static final long serialVersionUID = 1;

    CancelledException() {
        super("CANCELLED", "The request was cancelled before the value was there.");
    }
}
