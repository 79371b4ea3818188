package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.Cursor;
import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.hydration.OracleRows.Hit;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A list that a field asks for: all of its rows, and the page of them. */
final class OracleList {
    private final Table table;
    private final List<Order> order;
    private final int ofJoinRows;
    private final List<Hit> all;
    private final List<Hit> page;
    private final boolean hasNext;
    private final boolean hasPrevious;

    /**
     * @param relation null of a root field
     * @param defaultSize of a page if the arguments have none
     */
    OracleList(Table table, Relation relation, List<Hit> hits, Map<String, Object> arguments, int defaultSize) {
        this.table = table;
        List<Order> complete = new ArrayList<>(OrderReader.read(table, (List<?>) arguments.get("orderBy")));
        List<Order> added = OracleRows.orderOfJoinRows(relation);
        complete.addAll(added);
        this.order = complete;
        this.ofJoinRows = added.size();
        this.all = hits;
        Comparator<List<Object>> comparator = OracleRows.comparator(order);
        List<Hit> rest = hits.stream()
                .sorted(Comparator.comparing(this::values, comparator))
                .filter(hit -> isBetween(values(hit), arguments, comparator))
                .toList();
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        int wanted = first != null ? first : last != null ? last : defaultSize;
        int size = Math.min(wanted, rest.size());
        this.page = last != null ? rest.subList(rest.size() - size, rest.size()) : rest.subList(0, size);
        boolean isMore = rest.size() > wanted;
        this.hasNext = last == null ? isMore : arguments.get("before") != null;
        this.hasPrevious = last == null ? arguments.get("after") != null : isMore;
    }

    private boolean isBetween(List<Object> values, Map<String, Object> arguments, Comparator<List<Object>> comparator) {
        String after = (String) arguments.get("after");
        String before = (String) arguments.get("before");
        if (after != null && comparator.compare(values, Cursor.decode("after", after, table, order)) <= 0) return false;
        return before == null || comparator.compare(values, Cursor.decode("before", before, table, order)) < 0;
    }

    private List<Object> values(Hit hit) {
        return OracleRows.values(hit, order, ofJoinRows);
    }

    List<Hit> page() {
        return page;
    }

    String cursor(Hit hit) {
        return Cursor.encode(table, order, values(hit));
    }

    Object pageInfo(String field) {
        return switch (field) {
            case "hasNextPage" -> hasNext;
            case "hasPreviousPage" -> hasPrevious;
            case "startCursor" -> page.isEmpty() ? null : cursor(page.getFirst());
            case "endCursor" -> page.isEmpty() ? null : cursor(page.getLast());
            default -> throw new IllegalArgumentException(field);
        };
    }

    int count() {
        return all.size();
    }

    Object figure(String function, Column column) {
        List<Object> values = all.stream()
                .map(hit -> hit.row().value(column))
                .filter(Objects::nonNull)
                .sorted(OracleFilter::compare)
                .toList();
        if (values.isEmpty()) return null;
        return switch (function) {
            case "min" -> RandomValues.output(column, values.getFirst());
            case "max" -> RandomValues.output(column, values.getLast());
            case "sum" -> sum(values);
            case "average" -> sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            default -> throw new IllegalArgumentException(function);
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
