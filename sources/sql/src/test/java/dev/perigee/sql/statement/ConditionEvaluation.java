package dev.perigee.sql.statement;

import dev.perigee.sql.model.Relation.Join;
import java.util.List;
import java.util.regex.Pattern;

/** What conditions mean, in SQL's logic of three values: null is unknown. */
record ConditionEvaluation(Evaluation evaluation) {
    Boolean evaluate(Condition condition, List<Object> row) {
        return switch (condition) {
            case Condition.And and -> {
                Boolean result = true;
                for (Condition each : and.all()) result = and(result, evaluate(each, row));
                yield result;
            }
            case Condition.Or or -> {
                Boolean result = false;
                for (Condition each : or.any()) result = not(and(not(result), not(evaluate(each, row))));
                yield result;
            }
            case Condition.Not not -> not(evaluate(not.condition(), row));
            case Condition.Compare compare ->
                compare(compare, row.get(compare.column().ordinal()));
            case Condition.In in -> {
                Object value = row.get(in.column().ordinal());
                if (in.values().isEmpty()) yield false;
                yield value == null ? null : (Boolean) in.values().contains(value);
            }
            case Condition.IsNull isNull -> row.get(isNull.column().ordinal()) == null;
            case Condition.Exists exists -> exists(exists.relation().path(), exists.condition(), row);
        };
    }

    private boolean exists(List<Join> path, Condition condition, List<Object> row) {
        if (path.isEmpty()) return Boolean.TRUE.equals(evaluate(condition, row));
        return evaluation.joined(path.getFirst(), row).stream()
                .anyMatch(next -> exists(path.subList(1, path.size()), condition, next));
    }

    private static Boolean and(Boolean left, Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) return false;
        return left == null || right == null ? null : (Boolean) true;
    }

    private static Boolean not(Boolean value) {
        return value == null ? null : (Boolean) !value;
    }

    private static Boolean compare(Condition.Compare compare, Object value) {
        if (value == null) return null;
        if (compare.operator() == Condition.Operator.LIKE) return isLike((String) value, (String) compare.value());
        int result = Evaluation.compareValues(value, compare.value());
        return switch (compare.operator()) {
            case EQUAL -> result == 0;
            case NOT_EQUAL -> result != 0;
            case LESS -> result < 0;
            case LESS_OR_EQUAL -> result <= 0;
            case GREATER -> result > 0;
            default -> result >= 0;
        };
    }

    static boolean isLike(String value, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') regex.append(".*");
            else if (c == '_') regex.append('.');
            else if (c == '\\' && i + 1 < pattern.length()) regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
            else regex.append(Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(value).matches();
    }
}
