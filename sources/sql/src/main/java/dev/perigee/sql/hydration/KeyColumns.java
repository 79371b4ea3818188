package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values that lead from a row to others, in the form that the others' columns have. */
public final class KeyColumns {
    private KeyColumns() {}

    /**
     * The key of a row, for columns of another table: the value of one column, or the list of several; null if one of them
     * is null, or is none that the other column can have.
     */
    public static @Nullable Object of(Row row, List<Column> from, List<Column> to) {
        if (from.size() == 1)
            return as(row.value(from.getFirst()), to.getFirst().type().kind());
        @Nullable Object[] parts = new Object[from.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = as(row.value(from.get(i)), to.get(i).type().kind());
            if (parts[i] == null) return null;
        }
        return List.of(parts);
    }

    /** The value as a column of the kind has it, null if it can't have it. */
    static @Nullable Object as(@Nullable Object value, Kind kind) {
        if (value == null || kind.javaClass().isInstance(value)) return value;
        return switch (kind) {
            case BIGINT -> value instanceof Number number ? whole(number) : null;
            case INTEGER -> value instanceof Number number ? narrow(whole(number)) : null;
            case DECIMAL -> value instanceof Number number ? new BigDecimal(number.toString()) : null;
            case DOUBLE -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case TEXT -> value instanceof Enum<?> constant ? constant.name() : value.toString();
            case UUID -> uuid(value.toString());
            default -> null;
        };
    }

    private static @Nullable Long whole(Number number) {
        try {
            return number instanceof BigDecimal decimal ? Long.valueOf(decimal.longValueExact()) : number.longValue();
        } catch (ArithmeticException e) {
            return null; // it has a fraction, so it is the key of nothing
        }
    }

    private static @Nullable Integer narrow(@Nullable Long value) {
        return value == null || value != value.intValue() ? null : Integer.valueOf(value.intValue());
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The key of several values: the value itself if there is one. */
    static Object key(List<Object> values) {
        return values.size() == 1 ? values.getFirst() : List.copyOf(values);
    }

    /** A key as the list of its values. */
    @SuppressWarnings("unchecked")
    public static List<Object> values(Object key) {
        return key instanceof List<?> several ? (List<Object>) several : List.of(key);
    }
}
