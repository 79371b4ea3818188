package dev.perigee.execution;

import dev.perigee.data.ClientException;

/** What was not there when the time of the request was up. */
final class DeadlineException extends ClientException {
    private static final long serialVersionUID = 1;

    DeadlineException() {
        super("DEADLINE_EXCEEDED", "The time for this request was up before the value was there.");
    }
}
