package dev.perigee.service;

/** A database could not be read, for a reason that is not for clients. */
public final class HydrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HydrationException(String message, Exception cause) {
        super("No " + message + " could be read", cause);
    }
}
