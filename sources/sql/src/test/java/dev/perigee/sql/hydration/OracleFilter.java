package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whether a row is as a filter says, one row at a time. Null stands for what SQL calls unknown. */
record OracleFilter(OracleRows rows) {
    boolean holds(Map<?, ?> filter, PlainRow row) {
        return Boolean.TRUE.equals(all(filter, row));
    }

    private Boolean all(Map<?, ?> filter, PlainRow row) {
        Boolean result = true;
        for (Map.Entry<?, ?> entry : filter.entrySet()) {
            result = and(result, one((String) entry.getKey(), entry.getValue(), row));
        }
        return result;
    }

    private Boolean one(String name, Object value, PlainRow row) {
        switch (name) {
            case "and" -> {
                Boolean result = true;
                for (Object each : (List<?>) value) result = and(result, all((Map<?, ?>) each, row));
                return result;
            }
            case "or" -> {
                Boolean result = false;
                for (Object each : (List<?>) value) result = not(and(not(result), not(all((Map<?, ?>) each, row))));
                return result;
            }
            case "not" -> {
                return not(all((Map<?, ?>) value, row));
            }
            default -> {
                return named(name, (Map<?, ?>) value, row);
            }
        }
    }

    private Boolean named(String name, Map<?, ?> filter, PlainRow row) {
        Table table = row.table();
        Column column = table.columnOfField(name);
        if (column == null) return ofRelation(table.relation(name), filter, row);
        Boolean result = true;
        for (Map.Entry<?, ?> entry : filter.entrySet()) {
            result = and(result, compare((String) entry.getKey(), column, row.value(column), entry.getValue()));
        }
        return result;
    }

    private Boolean ofRelation(Relation relation, Map<?, ?> filter, PlainRow row) {
        if (!relation.isMany()) return isAny(relation, filter, row);
        Boolean result = true;
        for (Map.Entry<?, ?> entry : filter.entrySet()) {
            boolean isAny = isAny(relation, (Map<?, ?>) entry.getValue(), row);
            result = and(result, isAny == entry.getKey().equals("some"));
        }
        return result;
    }

    private boolean isAny(Relation relation, Map<?, ?> filter, PlainRow row) {
        return rows.follow(row, relation).stream().anyMatch(hit -> holds(filter, hit.row()));
    }

    private static Boolean compare(String operator, Column column, Object value, Object operand) {
        if (operator.equals("isNull")) return (value == null) == (Boolean) operand;
        if (operator.equals("in")) return isIn(column, value, (List<?>) operand);
        if (value == null) return null;
        if (operator.equals("like"))
            return pattern((String) operand).matcher((String) value).matches();
        int order = compare(value, RandomValues.input(column, operand));
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Boolean isIn(Column column, Object value, List<?> operands) {
        if (operands.isEmpty()) return false;
        if (value == null) return null;
        return operands.stream().anyMatch(each -> compare(value, RandomValues.input(column, each)) == 0);
    }

    /** UUIDs go by their text, as bytes without a sign do. */
    @SuppressWarnings("unchecked")
    static int compare(Object left, Object right) {
        if (left instanceof UUID) return left.toString().compareTo(right.toString());
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static Pattern pattern(String like) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            if (c == '\\' && i + 1 < like.length()) regex.append(Pattern.quote(like.substring(i + 1, ++i + 1)));
            else regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static Boolean and(Boolean left, Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) return false;
        return left == null || right == null ? null : Boolean.TRUE;
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }
}
