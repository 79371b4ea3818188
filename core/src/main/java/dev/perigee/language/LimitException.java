package dev.perigee.language;

/** A document is over one of the {@link ParserLimits}; it may be right otherwise. */
public final class LimitException extends SyntaxException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final int maximum;

    LimitException(String limit, int maximum, String message, Location location) {
        super(message, location);
        this.limit = limit;
        this.maximum = maximum;
    }

    /** The limit's name: {@code maxBytes}, {@code maxTokens} or {@code maxDepth}. */
    public String limit() {
        return limit;
    }

    /** The limit's value. */
    public int maximum() {
        return maximum;
    }
}
