package dev.perigee.sql.hydration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, and figures about all of the rows that it is a page of.
 *
 * @param figures null if none were asked for
 * @see <a href="https://relay.dev/graphql/connections.htm">GraphQL Cursor Connections Specification</a>
 */
record Connection(
        Hits hits,
        CursorFormat cursors,
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable Figures figures) {
    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) edges.add(hits.edge(i, cursors));
        return edges;
    }

    /** The cursor of the first row, null if there is none. */
    @Nullable String startCursor() {
        return hits.size() == 0 ? null : hits.edge(0, cursors).cursor();
    }

    /** The cursor of the last row, null if there is none. */
    @Nullable String endCursor() {
        return hits.size() == 0 ? null : hits.edge(hits.size() - 1, cursors).cursor();
    }
}
