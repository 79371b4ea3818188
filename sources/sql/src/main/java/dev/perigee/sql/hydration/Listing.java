package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.graph.PageRequest;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which rows a field lists, as its arguments say: which of them, in which order, and which page.
 *
 * @param edgeOrder how many of the last entries of {@code order} are columns of join rows
 * @param size the most rows of one parent, {@link Page#NO_LIMIT} for all
 */
record Listing(Table table, Condition where, List<Order> order, int edgeOrder, int size, PageRequest request) {
    /** @throws dev.perigee.data.ClientException if an argument is wrong */
    static Listing read(Arguments arguments, RowsField field, Hydration hydration) {
        Relation relation = field instanceof RowsField.OfParents of ? of.relation() : null;
        Table table = field.table();
        Condition where = hydration.filters().read(table, (Map<?, ?>) arguments.get("filter"));
        List<Order> order = new ArrayList<>(OrderReader.read(table, (List<?>) arguments.get("orderBy")));
        List<Order> ofJoinRows = Orders.ofJoinRows(relation);
        order.addAll(ofJoinRows);
        PageRequest request = PageRequest.read(arguments, hydration.pageLimits());
        int size = switch (field.form()) {
            case ONE -> 1;
            case LIST -> request.isDefault() ? Page.NO_LIMIT : request.size();
            case CONNECTION -> request.size();
        };
        return new Listing(table, where, List.copyOf(order), ofJoinRows.size(), size, request);
    }

    boolean isFromEnd() {
        return request.fromEnd();
    }

    CursorFormat cursors() {
        return new CursorFormat(table, order, edgeOrder);
    }

    /** Whether the page begins after a row. */
    boolean isAfter() {
        return request.after() != null;
    }

    /** Whether the page ends before a row. */
    boolean isBefore() {
        return request.before() != null;
    }

    /** The page to read. @param extra one more row than asked for, to know whether there is one */
    Page page(int extra) {
        Page page = request.page(table, order);
        int limit = size == Page.NO_LIMIT ? Page.NO_LIMIT : size + extra;
        return new Page(limit, page.fromEnd(), page.after(), page.before());
    }
}
