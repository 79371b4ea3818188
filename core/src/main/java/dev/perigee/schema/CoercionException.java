package dev.perigee.schema;

/** A value is not one of its type. The message says so to the client: a whole sentence that names the value. */
public final class CoercionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public CoercionException(String message) {
        super(message, null, false, false); // no stack trace: it tells of a value, not of a place in the code
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
