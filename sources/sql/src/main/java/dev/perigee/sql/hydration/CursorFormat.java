package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.graph.Cursor;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cursors of a connection are made.
 *
 * @param table whose rows they are of
 * @param edgeOrder how many of the last entries of the order are columns of the join row
 */
record CursorFormat(Table table, List<Order> order, int edgeOrder) {
    String of(Edge edge) {
        List<@Nullable Object> values = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            Row row = i < order.size() - edgeOrder ? edge.node() : edge.join();
            values.add(row == null ? null : row.value(order.get(i).column()));
        }
        return Cursor.encode(table, order, values);
    }
}
