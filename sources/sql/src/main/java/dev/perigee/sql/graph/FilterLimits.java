package dev.perigee.sql.graph;

/**
 * What one filter may cost. Over a limit, the field's error has {@code extensions.code} {@code LIMIT_EXCEEDED}.
 * Immutable.
 *
 * @param maxNodes the most operators and filter objects, those inside of others counted too; 1 to 1,000
 * @param maxInSize the most values of one {@code in}; at least 1
 */
public record FilterLimits(int maxNodes, int maxInSize) {
    /** Of nodes 100, of values 1,000. */
    public static final FilterLimits DEFAULT = new FilterLimits(100, 1000);

    /** Conditions are read and written as deep as they nest, which is no deeper than this. */
    public static final int MOST_NODES = 1000;

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public FilterLimits {
        if (maxNodes < 1 || maxNodes > MOST_NODES) {
            throw new IllegalArgumentException("maxNodes: " + maxNodes + " (1 to " + MOST_NODES + ")");
        }
        if (maxInSize < 1) throw new IllegalArgumentException("maxInSize: " + maxInSize + " (at least 1)");
    }
}
