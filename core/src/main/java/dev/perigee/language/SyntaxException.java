package dev.perigee.language;

/**
 * A text is not what the grammar allows. The message is one line: what was expected, and what was found; the place is
 * in {@link #location()}, and all together with the line itself in {@link #describe()}.
 */
public class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Location location;

    public SyntaxException(String message, Location location) {
        // No stack trace: it would say where the parser is, and cost more than parsing. The location says what is
        // asked.
        super(message, null, false, false);
        this.location = location;
    }

    /** Where the text is wrong. */
    public Location location() {
        return location;
    }

    /**
     * For people: {@code name:line:column: message}, then the line with a caret below the place. Long lines are cut
     * around the place, and characters that have no picture are shown as a dot.
     */
    public String describe() {
        return location + ": " + getMessage() + "\n" + Excerpt.of(location);
    }
}
