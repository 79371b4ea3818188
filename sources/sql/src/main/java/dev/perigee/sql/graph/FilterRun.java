package dev.perigee.sql.graph;

import static dev.perigee.sql.graph.ClientErrors.badInput;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The reading of one filter: how much of it has been read, and what it comes to. For one thread. */
final class FilterRun {
    private static final Condition FALSE = new Condition.Or(List.of());

    private final Map<Table, FilterFields> fields;
    private final FilterLimits limits;
    private int nodes;

    FilterRun(Map<Table, FilterFields> fields, FilterLimits limits) {
        this.fields = fields;
        this.limits = limits;
    }

    Condition read(Table table, Map<?, ?> filter) {
        return rows(table, filter, FilterPath.ROOT);
    }

    /** What rows of a table must be like. */
    private Condition rows(Table table, Map<?, ?> filter, FilterPath path) {
        FilterFields known = fields.get(table);
        if (known == null) throw new IllegalArgumentException("No filter of " + table);
        return all(filter, path, (name, place) -> switch (name) {
            case "and" -> and(each(table, given(filter, name, place, List.class), place));
            case "or" -> new Condition.Or(each(table, given(filter, name, place, List.class), place));
            case "not" -> new Condition.Not(rows(table, given(filter, name, place, Map.class), place));
            default -> field(known, name, given(filter, name, place, Map.class), place);
        });
    }

    private List<Condition> each(Table table, List<?> filters, FilterPath path) {
        List<Condition> conditions = new ArrayList<>();
        for (Object filter : filters) conditions.add(rows(table, (Map<?, ?>) filter, path.at(conditions.size())));
        return conditions;
    }

    private Condition field(FilterFields known, String name, Map<?, ?> filter, FilterPath path) {
        Column column = known.columns().get(name);
        if (column != null) {
            return all(
                    filter,
                    path,
                    (operator, place) ->
                            compare(column, operator, given(filter, operator, place, Object.class), place));
        }
        Relation relation = known.relations().get(name);
        if (relation == null) throw new IllegalArgumentException("No filter field: " + path);
        if (!relation.isMany()) return new Condition.Exists(relation, rows(relation.target(), filter, path));
        return all(filter, path, (quantifier, place) -> {
            Map<?, ?> rows = given(filter, quantifier, place, Map.class);
            Condition some = new Condition.Exists(relation, rows(relation.target(), rows, place));
            return switch (quantifier) {
                case "some" -> some;
                case "none" -> new Condition.Not(some);
                default -> throw new IllegalArgumentException("No filter field: " + place);
            };
        });
    }

    private Condition compare(Column column, String operator, Object value, FilterPath path) {
        count(path);
        return switch (operator) {
            case "eq" -> equal(column, value);
            case "ne" -> notEqual(column, value);
            case "in" -> in(column, (List<?>) value, path);
            case "lt" -> compare(column, Operator.LESS, value);
            case "le" -> compare(column, Operator.LESS_OR_EQUAL, value);
            case "gt" -> compare(column, Operator.GREATER, value);
            case "ge" -> compare(column, Operator.GREATER_OR_EQUAL, value);
            case "like" -> compare(column, Operator.LIKE, value);
            case "isNull" -> isNull(column, (Boolean) value);
            default -> throw new IllegalArgumentException("No operator: " + path);
        };
    }

    private static Condition equal(Column column, Object value) {
        Object read = KeyReader.value(column, value);
        return read == null ? FALSE : new Condition.Compare(column, Operator.EQUAL, read);
    }

    /** Every value differs from one that the column can't have; null still compares to nothing. */
    private static Condition notEqual(Column column, Object value) {
        Object read = KeyReader.value(column, value);
        return read == null ? isNull(column, false) : new Condition.Compare(column, Operator.NOT_EQUAL, read);
    }

    private Condition in(Column column, List<?> values, FilterPath path) {
        if (values.size() > limits.maxInSize()) {
            throw ClientErrors.overLimit(path + " has " + values.size() + " values", "maxInSize", limits.maxInSize());
        }
        Set<Object> read = new LinkedHashSet<>();
        for (Object value : values) {
            Object one = KeyReader.value(column, value);
            if (one != null) read.add(one);
        }
        return new Condition.In(column, new ArrayList<>(read));
    }

    private static Condition compare(Column column, Operator operator, Object value) {
        Object read = KeyReader.value(column, value);
        return read == null ? FALSE : new Condition.Compare(column, operator, read);
    }

    private static Condition isNull(Column column, boolean isNull) {
        Condition condition = new Condition.IsNull(column);
        return isNull ? condition : new Condition.Not(condition);
    }

    /** All that is given in one filter object. */
    private Condition all(Map<?, ?> filter, FilterPath path, BiFunction<String, FilterPath, Condition> reader) {
        count(path);
        List<Condition> conditions = new ArrayList<>();
        for (Object name : filter.keySet()) conditions.add(reader.apply((String) name, path.in(name)));
        return and(conditions);
    }

    private static Condition and(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.And(conditions);
    }

    private void count(FilterPath path) {
        if (++nodes > limits.maxNodes()) {
            throw ClientErrors.overLimit(
                    "The filter has more operators and objects than it may, at " + path, "maxNodes", limits.maxNodes());
        }
    }

    private static <T> T given(Map<?, ?> filter, String name, FilterPath path, Class<T> type) {
        @Nullable Object value = filter.get(name);
        if (value == null) {
            boolean isOperator = type == Object.class && !name.equals("isNull");
            throw badInput(
                    path + (isOperator ? " is null, which nothing equals; use isNull." : " is null; leave it out."));
        }
        return type.cast(value);
    }
}
