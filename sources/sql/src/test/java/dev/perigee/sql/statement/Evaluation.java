package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation.Join;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What statements mean, the plain way: row by row, in memory. The oracle that databases are held against. */
record Evaluation(Library library) {
    /** A row that was found: by which key, by way of which last row, and itself. */
    private record Found(List<Object> key, List<Object> edge, List<Object> target) {}

    /** The rows of each key, in order; those without keys are of the empty key. Keys without rows are left out. */
    Map<List<Object>, List<List<Object>>> rows(Statement.Select select) {
        Map<List<Object>, List<List<Object>>> rows = new LinkedHashMap<>();
        found(select).forEach((key, all) -> {
            List<List<Object>> page = new ArrayList<>();
            for (Found each : page(select, all)) {
                List<Object> row = new ArrayList<>();
                for (Column column : select.edge()) row.add(each.edge().get(column.ordinal()));
                for (Column column : select.columns()) row.add(each.target().get(column.ordinal()));
                page.add(row);
            }
            if (!page.isEmpty()) rows.put(key, page);
        });
        return rows;
    }

    /** The figures of each key; without keys, of the empty key. */
    Map<List<Object>, List<Object>> figures(Statement.Aggregate aggregate) {
        Statement.Select select = new Statement.Select(
                aggregate.table(),
                List.of(),
                List.of(),
                aggregate.keys(),
                aggregate.distinct(),
                aggregate.where(),
                List.of(),
                0,
                Page.ALL);
        Map<List<Object>, List<Object>> figures = new LinkedHashMap<>();
        if (aggregate.keys() == null) figures.put(List.of(), new ArrayList<>());
        Map<List<Object>, List<Found>> found = found(select);
        if (aggregate.keys() == null) found.putIfAbsent(List.of(), List.of());
        found.forEach((key, all) -> figures.put(
                key,
                aggregate.figures().stream()
                        .map(each -> figure(each, all))
                        .collect(ArrayList::new, List::add, List::addAll)));
        return figures;
    }

    private Map<List<Object>, List<Found>> found(Statement.Select select) {
        Map<List<Object>, LinkedHashSet<Found>> found = new LinkedHashMap<>();
        Keys keys = select.keys();
        if (keys == null) {
            for (List<Object> row : library.rows(select.table())) add(found, select, List.of(), row, row);
        } else {
            for (List<Object> row : library.rows(keys.table())) {
                List<Object> key = values(row, keys.columns());
                if (keys.values().contains(key)) follow(found, select, keys, key, 0, row, row);
            }
        }
        Map<List<Object>, List<Found>> lists = new LinkedHashMap<>();
        found.forEach((key, all) -> lists.put(key, new ArrayList<>(all)));
        return lists;
    }

    private void follow(
            Map<List<Object>, LinkedHashSet<Found>> found,
            Statement.Select select,
            Keys keys,
            List<Object> key,
            int step,
            List<Object> edge,
            List<Object> row) {
        if (step == keys.joins().size()) {
            add(found, select, key, edge, row);
            return;
        }
        Join join = keys.joins().get(step);
        for (List<Object> next : joined(join, row)) follow(found, select, keys, key, step + 1, row, next);
    }

    List<List<Object>> joined(Join join, List<Object> row) {
        List<Object> values = values(row, join.fromColumns());
        if (values.contains(null)) return List.of();
        return library.rows(join.to()).stream()
                .filter(each -> values(each, join.toColumns()).equals(values))
                .toList();
    }

    private void add(
            Map<List<Object>, LinkedHashSet<Found>> found,
            Statement.Select select,
            List<Object> key,
            List<Object> edge,
            List<Object> row) {
        if (!Boolean.TRUE.equals(new ConditionEvaluation(this).evaluate(select.where(), row))) return;
        found.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                .add(new Found(key, select.distinct() ? List.of() : edge, row));
    }

    private static List<Object> values(List<Object> row, List<Column> columns) {
        List<Object> values = new ArrayList<>();
        for (Column column : columns) values.add(row.get(column.ordinal()));
        return values;
    }

    private static List<Found> page(Statement.Select select, List<Found> all) {
        List<Found> page = new ArrayList<>();
        for (Found each : all) {
            List<Object> values = orderValues(select, each);
            List<Object> after = select.page().after();
            List<Object> before = select.page().before();
            if (after != null && compare(select.order(), values, after) <= 0) continue;
            if (before != null && compare(select.order(), values, before) >= 0) continue;
            page.add(each);
        }
        page.sort((a, b) -> compare(select.order(), orderValues(select, a), orderValues(select, b)));
        int limit = Math.min(select.page().limit(), page.size());
        return select.page().fromEnd() ? page.subList(page.size() - limit, page.size()) : page.subList(0, limit);
    }

    private static List<Object> orderValues(Statement.Select select, Found found) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < select.order().size(); i++) {
            boolean isOfEdge = i >= select.order().size() - select.edgeOrder();
            List<Object> row = isOfEdge ? found.edge() : found.target();
            values.add(row.get(select.order().get(i).column().ordinal()));
        }
        return values;
    }

    private static int compare(List<Order> order, List<Object> left, List<Object> right) {
        for (int i = 0; i < order.size(); i++) {
            int result = compare(order.get(i), left.get(i), right.get(i));
            if (result != 0) return result;
        }
        return 0;
    }

    private static int compare(Order order, Object left, Object right) {
        if (left == null || right == null) {
            int nullIsGreater = Boolean.compare(left == null, right == null);
            return order.nullsFirst() ? -nullIsGreater : nullIsGreater;
        }
        return order.isDescending() ? compareValues(right, left) : compareValues(left, right);
    }

    @SuppressWarnings("unchecked")
    static int compareValues(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static Object figure(Statement.Figure figure, List<Found> all) {
        if (figure.column() == null) return (long) all.size();
        List<Object> values = all.stream()
                .map(each -> each.target().get(figure.column().ordinal()))
                .filter(Objects::nonNull)
                .toList();
        if (figure.function() == Statement.Function.COUNT) return (long) values.size();
        if (values.isEmpty()) return null;
        BigDecimal sum = figure.column().type().kind().isNumeric()
                ? values.stream().map(each -> new BigDecimal(each.toString())).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
        Comparator<Object> comparator = Evaluation::compareValues;
        return switch (figure.function()) {
            case MIN -> Collections.min(values, comparator);
            case MAX -> Collections.max(values, comparator);
            case SUM -> sum;
            default -> sum.divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
        };
    }
}
