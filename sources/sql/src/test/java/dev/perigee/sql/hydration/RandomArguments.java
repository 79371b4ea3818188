package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.Cursor;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Arguments of lists at random, as JSON: filters, orders, and pages with cursors of rows that there are. Where rows are to
 * be copied under other keys, arguments say nothing about keys, and the root's lists are whole.
 */
final class RandomArguments {
    private static final List<String> DIRECTIONS = List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST");
    private static final List<String> PATTERNS = List.of("%", "a%", "%a%", "_", "__", "100\\%", "a\\_b", "%'%", "\\");

    private final Random random;
    private final RandomGraph graph;
    private final GraphShape shape;
    private final boolean isForCopies;

    RandomArguments(Random random, RandomGraph graph, boolean isForCopies) {
        this.random = random;
        this.graph = graph;
        this.shape = graph.shape();
        this.isForCopies = isForCopies;
    }

    /** @param relation null of a root field */
    Map<String, Object> list(Table table, Relation relation, boolean hasCursors) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (shape.hasFilter(table) && random.nextInt(3) == 0) arguments.put("filter", filter(table, 3));
        List<Object> orderBy = orderBy(table);
        if (orderBy != null) arguments.put("orderBy", orderBy);
        if (isForCopies && relation == null) return arguments;
        int size = random.nextInt(6);
        switch (random.nextInt(4)) {
            case 0 -> arguments.put("first", size);
            case 1 -> arguments.put("last", size);
            default -> {}
        }
        if (hasCursors && !isForCopies) {
            for (String argument : List.of("after", "before")) {
                String cursor = random.nextInt(4) == 0 ? cursor(table, relation, orderBy) : null;
                if (cursor != null) arguments.put(argument, cursor);
            }
        }
        return arguments;
    }

    private List<Object> orderBy(Table table) {
        List<Column> columns = shape.sortColumns(table);
        if (columns.isEmpty() || random.nextInt(3) == 0) return null;
        List<Object> orderBy = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            orderBy.add(Map.of(any(columns).fieldName(), any(DIRECTIONS)));
        }
        return orderBy;
    }

    /** The cursor of a row somewhere in the table, which need not be one of the list. */
    private String cursor(Table table, Relation relation, List<Object> orderBy) {
        List<PlainRow> rows = graph.rows(table);
        if (rows.isEmpty()) return null;
        List<Order> order = new ArrayList<>(OrderReader.read(table, orderBy));
        List<Object> values = new ArrayList<>();
        PlainRow row = any(rows);
        for (Order one : order) values.add(row.value(one.column()));
        List<Order> ofJoinRows = OracleRows.orderOfJoinRows(relation);
        if (!ofJoinRows.isEmpty()) {
            List<PlainRow> joinRows = graph.rows(relation.through());
            if (joinRows.isEmpty()) return null;
            PlainRow join = any(joinRows);
            for (Order one : ofJoinRows) values.add(join.value(one.column()));
            order.addAll(ofJoinRows);
        }
        return Cursor.encode(table, order, values);
    }

    Map<String, Object> filter(Table table, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) addCondition(table, depth, filter);
        return filter;
    }

    private void addCondition(Table table, int depth, Map<String, Object> filter) {
        List<Column> columns = shape.filterColumns(table).stream()
                .filter(column -> !isForCopies || !column.is(Column.Trait.REFERENCE))
                .toList();
        List<Relation> relations = shape.filterRelations(table);
        int kind = random.nextInt(depth <= 0 ? 3 : 8);
        if (kind < 3 && !columns.isEmpty()) {
            Column column = any(columns);
            filter.put(column.fieldName(), comparison(table, column));
        } else if (kind < 6 && depth > 0 && !relations.isEmpty()) {
            Relation relation = any(relations);
            filter.put(relation.fieldName(), ofRelation(relation, depth - 1));
        } else if (depth > 0) {
            String junction = any(List.of("and", "or", "not"));
            if (junction.equals("not")) filter.put("not", filter(table, depth - 1));
            else filter.put(junction, filters(table, depth - 1));
        }
    }

    private List<Object> filters(Table table, int depth) {
        List<Object> filters = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) filters.add(filter(table, depth));
        return filters;
    }

    private Object ofRelation(Relation relation, int depth) {
        Map<String, Object> filter = filter(relation.target(), depth);
        return relation.isMany() ? Map.of(random.nextBoolean() ? "some" : "none", filter) : filter;
    }

    private Map<String, Object> comparison(Table table, Column column) {
        String operator = any(operators(column));
        Object operand = switch (operator) {
            case "isNull" -> random.nextBoolean();
            case "like" -> any(PATTERNS);
            case "in" -> {
                List<Object> values = new ArrayList<>();
                int count = random.nextInt(4);
                for (int i = 0; i < count; i++) values.add(value(table, column));
                yield values;
            }
            default -> value(table, column);
        };
        return Map.of(operator, operand);
    }

    static List<String> operators(Column column) {
        if (column.is(Column.Trait.REFERENCE)) return List.of("eq", "ne", "in", "isNull");
        return switch (column.type().kind()) {
            case BOOLEAN -> List.of("eq", "ne", "isNull");
            case TEXT -> List.of("eq", "ne", "in", "lt", "le", "gt", "ge", "isNull", "like", "like");
            default -> List.of("eq", "ne", "in", "lt", "le", "gt", "ge", "isNull");
        };
    }

    /** A value that a row has, or some other. */
    private Object value(Table table, Column column) {
        List<PlainRow> rows = graph.rows(table);
        Object known =
                rows.isEmpty() || random.nextInt(3) == 0 ? null : any(rows).value(column);
        if (known != null) return RandomValues.output(column, known);
        Object other = column.is(Column.Trait.REFERENCE)
                ? RandomValues.key(column.type().kind(), random.nextInt(80))
                : RandomValues.any(column.type().kind(), random);
        return RandomValues.output(column, other);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
