package dev.perigee.sql.graph;

/**
 * How many rows one page has. Immutable.
 *
 * @param defaultSize if neither {@code first} nor {@code last} is given; at least 1, at most {@code maxSize}
 * @param maxSize over it, the field's error has {@code extensions.code} {@code LIMIT_EXCEEDED}
 */
public record PageLimits(int defaultSize, int maxSize) {
    /** By default 100, at most 1,000. */
    public static final PageLimits DEFAULT = new PageLimits(100, 1000);

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public PageLimits {
        if (maxSize < 1 || maxSize == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxSize: " + maxSize + " (1 to " + (Integer.MAX_VALUE - 1) + ")");
        }
        if (defaultSize < 1 || defaultSize > maxSize) {
            throw new IllegalArgumentException("defaultSize: " + defaultSize + " (1 to " + maxSize + ")");
        }
    }
}
