package dev.perigee.server;

/**
 * Credentials that are not accepted: the request is answered with 401, and nothing of it runs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized">401 Unauthorized</a>
 */
public final class AuthenticationException extends RuntimeException {
    private final String challenge;

    /**
     * @param message for the client: what is wrong, and nothing of the credentials themselves
     * @param challenge the value of {@code WWW-Authenticate}, such as {@code Bearer error="invalid_token"}
     */
    public AuthenticationException(String message, String challenge) {
        super(message, null, false, false);
        this.challenge = challenge;
    }

    public String challenge() {
        return challenge;
    }
}
