package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row in a connection.
 *
 * @param join of has-through, the row that leads to it, with the columns that were asked for; null of others
 */
record Edge(Row node, @Nullable Row join, CursorFormat cursors) {
    String cursor() {
        return cursors.of(this);
    }
}
