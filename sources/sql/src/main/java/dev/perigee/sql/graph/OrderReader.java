package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code orderBy} into a complete order: one in which rows always come the same way. */
public final class OrderReader {
    private OrderReader() {}

    /**
     * The order that was asked for, then the columns of {@link #identity} that are missing in it, in the direction of
     * the last column, so that databases can compare the whole as one row value. A column that is named again changes
     * nothing: rows that come to it are equal by it.
     *
     * @param orderBy coerced: maps with one entry, the field's name and a direction; null if there is none
     * @throws IllegalArgumentException if the schema would not have let it through
     */
    public static List<Order> read(Table table, @Nullable List<?> orderBy) {
        Map<Column, Order> order = new LinkedHashMap<>();
        boolean isDescending = false;
        for (Object item : orderBy == null ? List.of() : orderBy) {
            Order read = read(table, (Map<?, ?>) item);
            if (order.putIfAbsent(read.column(), read) == null) isDescending = read.isDescending();
        }
        for (Column column : identity(table)) order.putIfAbsent(column, new Order(column, isDescending, false));
        return new ArrayList<>(order.values());
    }

    /**
     * The visible columns that tell rows apart: of the primary key, else of the first unique key without nulls, else all
     * that can be compared, by which rows may be equal. Never hidden ones, since cursors have their values.
     */
    public static List<Column> identity(Table table) {
        if (isIdentity(table.primaryKey())) return table.primaryKey();
        for (Table.UniqueKey key : table.uniqueKeys()) if (isIdentity(key.columns())) return key.columns();
        return table.columns().stream().filter(OrderReader::isUsable).toList();
    }

    private static boolean isIdentity(List<Column> key) {
        return !key.isEmpty() && key.stream().allMatch(column -> isUsable(column) && !column.isNullable());
    }

    private static boolean isUsable(Column column) {
        return !column.isHidden() && column.type().kind().isComparable();
    }

    private static Order read(Table table, Map<?, ?> item) {
        if (item.size() != 1) throw new IllegalArgumentException("An order of " + item.keySet());
        Map.Entry<?, ?> entry = item.entrySet().iterator().next();
        Column column = table.columnOfField(String.valueOf(entry.getKey()));
        if (column == null || !isUsable(column) || !column.is(Column.Trait.SORTABLE)) {
            throw new IllegalArgumentException("No order of " + table + " by " + entry.getKey());
        }
        return switch (String.valueOf(entry.getValue())) {
            case "ASC" -> new Order(column, false, false);
            case "DESC" -> new Order(column, true, false);
            case "ASC_NULLS_FIRST" -> new Order(column, false, true);
            case "DESC_NULLS_FIRST" -> new Order(column, true, true);
            default -> throw new IllegalArgumentException("No direction: " + entry.getValue());
        };
    }
}
