package dev.perigee.server;

/**
 * Credentials that are not accepted: the request is answered with 401, or with 403 where others would do no better, and
 * nothing of it runs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized">401 Unauthorized</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-403-forbidden">403 Forbidden</a>
 */
public final class AuthenticationException extends RuntimeException {
    private final int status;
    private final String challenge;

    /**
     * With the status 401: the client may try again with other credentials.
     *
     * @param message for the client: what is wrong, and nothing of the credentials themselves
     * @param challenge the value of {@code WWW-Authenticate}, such as {@code Bearer error="invalid_token"}
     */
    public AuthenticationException(String message, String challenge) {
        this(401, message, challenge);
    }

    private AuthenticationException(int status, String message, String challenge) {
        super(message, null, false, false);
        this.status = status;
        this.challenge = challenge;
    }

    /** With the status 403: the credentials are good, but not for this. The parameters are those of the constructor. */
    public static AuthenticationException forbidden(String message, String challenge) {
        return new AuthenticationException(403, message, challenge);
    }

    /** 401 or 403. */
    public int status() {
        return status;
    }

    public String challenge() {
        return challenge;
    }
}
