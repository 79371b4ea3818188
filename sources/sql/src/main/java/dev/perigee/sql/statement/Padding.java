package dev.perigee.sql.statement;

/** How many placeholders a list gets: powers of two, so that a database sees few texts for lists of any length. */
final class Padding {
    private Padding() {}

    /** @param size at least 1 */
    static int size(int size) {
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }
}
