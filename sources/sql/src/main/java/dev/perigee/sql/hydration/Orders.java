package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders that no argument asks for. */
final class Orders {
    private Orders() {}

    /** By what tells rows apart. */
    static List<Order> byKey(Table table) {
        return OrderReader.identity(table).stream().map(Order::ascending).toList();
    }

    /** By what tells rows apart, then by what tells join rows apart. */
    static List<Order> byKey(Table table, List<Order> ofJoinRows) {
        List<Order> order = new ArrayList<>(byKey(table));
        order.addAll(ofJoinRows);
        return List.copyOf(order);
    }

    /** What tells the join rows of has-through apart that lead to the same row; nothing where that is given once. */
    static List<Order> ofJoinRows(@Nullable Relation relation) {
        Table through = relation == null || relation.isDistinct() ? null : relation.through();
        return through == null ? List.of() : byKey(through);
    }
}
