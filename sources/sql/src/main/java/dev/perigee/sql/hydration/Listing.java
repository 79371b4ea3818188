package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.sql.graph.Cursor;
import dev.perigee.sql.graph.FilterReader;
import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.graph.PageRequest;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a field lists, as its arguments say: which of them, in which order, and which page.
 *
 * @param edgeOrder how many of the last entries of {@code order} are columns of join rows
 */
record Listing(Condition where, List<Order> order, int edgeOrder, PageRequest request) {
    /** @throws dev.perigee.data.ClientException if an argument is wrong */
    static Listing read(Arguments arguments, RowsField field, Hydration hydration) {
        Relation relation = field instanceof RowsField.OfRelation of ? of.relation() : null;
        Condition where = arguments.get("filter") instanceof Map<?, ?> filter
                ? new FilterReader(hydration.names(), hydration.limits()).read(field.table(), filter)
                : Condition.TRUE;
        List<Order> order = new ArrayList<>(
                arguments.get("orderBy") instanceof List<?> list
                        ? OrderReader.read(field.table(), list)
                        : Orders.byKey(field.table()));
        List<Order> ofJoinRows = Orders.ofJoinRows(relation);
        order.addAll(ofJoinRows);
        PageRequest request = switch (field.form()) {
            case ONE -> PageRequest.first(1);
            case LIST -> PageRequest.readOptional(arguments, hydration.limits());
            case CONNECTION -> PageRequest.read(arguments, hydration.limits());
        };
        return new Listing(where, List.copyOf(order), ofJoinRows.size(), request);
    }

    CursorFormat cursors() {
        return new CursorFormat(order, edgeOrder);
    }

    /** The page to read. @param extra one more row than asked for, to know whether there is one */
    Page page(int extra) {
        int limit = request.size() == Page.NO_LIMIT ? Page.NO_LIMIT : request.size() + extra;
        return new Page(limit, request.isLast(), values(request.after()), values(request.before()));
    }

    private @Nullable List<@Nullable Object> values(@Nullable String cursor) {
        return cursor == null ? null : Cursor.decode(cursor, order);
    }
}
