package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;

/**
 * What rows are sorted by.
 *
 * @param nullsFirst where rows with null go; of no consequence for a column that is never null
 */
public record Order(Column column, boolean isDescending, boolean nullsFirst) {
    public static Order ascending(Column column) {
        return new Order(column, false, false);
    }

    /** The same rows from the other end. */
    public Order reversed() {
        return new Order(column, !isDescending, !nullsFirst);
    }
}
