package dev.perigee.json;

/** More was written than a {@link JsonWriter} may hold. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int maxBytes;

    TooLargeException(int maxBytes) {
        super("More than " + maxBytes + " bytes");
        this.maxBytes = maxBytes;
    }

    public int maxBytes() {
        return maxBytes;
    }
}
