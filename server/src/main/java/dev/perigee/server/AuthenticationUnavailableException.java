package dev.perigee.server;

/**
 * Nobody can tell now whether credentials are good, since what has to be asked does not answer. The request is answered
 * with 503, and nothing of it runs. What is wrong is logged by who throws this, not told to the client.
 */
public final class AuthenticationUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AuthenticationUnavailableException() {
        super("Credentials can't be verified now. Try again.", null, false, false);
    }
}
