package dev.perigee.language;

/**
 * What one document may cost, checked while it is read. Over a limit, parsing ends with a {@link LimitException}.
 *
 * @param maxBytes longest document, in bytes of UTF-8; at least 1
 * @param maxTokens most tokens, without comments and white space; at least 1
 * @param maxDepth deepest nesting of selection sets, lists and input objects in each other; from 1 to
 *     {@value #GREATEST_DEPTH}, so that whoever walks a parsed document may do so by recursion
 */
public record ParserLimits(int maxBytes, int maxTokens, int maxDepth) {
    /** Nesting that every thread's stack holds, also in code that is not compiled yet. */
    public static final int GREATEST_DEPTH = 1_000;

    /**
     * For documents from clients: 1 MiB, 100,000 tokens (the work of some milliseconds), depth 200. Documents that
     * people and tools write stay far below; a hostile one ends before it costs more than a large honest one.
     */
    public static final ParserLimits REQUEST = new ParserLimits(1 << 20, 100_000, 200);

    /** For schemas, which come from those who run the server: 64 MiB, 20,000,000 tokens, depth 200. */
    public static final ParserLimits SCHEMA = new ParserLimits(64 << 20, 20_000_000, 200);

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public ParserLimits {
        if (maxBytes < 1) throw new IllegalArgumentException("maxBytes: " + maxBytes + " (at least 1)");
        if (maxTokens < 1) throw new IllegalArgumentException("maxTokens: " + maxTokens + " (at least 1)");
        if (maxDepth < 1 || maxDepth > GREATEST_DEPTH) {
            throw new IllegalArgumentException("maxDepth: " + maxDepth + " (from 1 to " + GREATEST_DEPTH + ")");
        }
    }
}
