package dev.perigee.execution;

import dev.perigee.data.ClientException;

/** A response that would be larger than allowed. */
final class LimitExceededException extends ClientException {
    private static final long serialVersionUID = 1;

    LimitExceededException(int maxResponseBytes) {
        super("LIMIT_EXCEEDED", "The response is over the limit maxResponseBytes of " + maxResponseBytes + ".");
    }
}
