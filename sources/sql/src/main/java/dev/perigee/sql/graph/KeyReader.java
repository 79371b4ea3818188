package dev.perigee.sql.graph;

import dev.perigee.data.Arguments;
import dev.perigee.sql.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns IDs and other coerced values into what columns have. An ID that its column can't have is no error: no row has it. */
public final class KeyReader {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private KeyReader() {}

    /**
     * The values of a key by arguments that have the names of its fields, null if no row can have them.
     *
     * @throws IllegalArgumentException if the schema did not see to it that there are values of the right class
     */
    public static @Nullable List<Object> read(List<Column> key, Arguments arguments) {
        return read(key, Column::fieldName, arguments);
    }

    /** As {@link #read(List, Arguments)}, with arguments of other names. */
    public static @Nullable List<Object> read(
            List<Column> key, Function<Column, String> argumentName, Arguments arguments) {
        List<Object> values = new ArrayList<>();
        for (Column column : key) {
            String name = argumentName.apply(column);
            Object argument = arguments.get(name);
            if (argument == null) throw new IllegalArgumentException("No argument \"" + name + "\"");
            Object value = value(column, argument);
            if (value == null) return null;
            values.add(value);
        }
        return values;
    }

    /**
     * The column's value for a coerced one, null if it is an ID that the column can't have. IDs have one text each:
     * {@code 05} is not {@code 5}. Null, too, if it is a text that no row can have in every database: with the character
     * zero, which PostgreSQL refuses and functions of SQLite end at, or with half of a surrogate pair, which drivers send
     * as a question mark.
     *
     * @throws IllegalArgumentException if it is of another class than the column's scalar gives
     */
    public static @Nullable Object value(Column column, Object coerced) {
        if (coerced instanceof String text && !isText(text)) return null;
        if (GraphScalar.of(column) == GraphScalar.ID && coerced instanceof String id) return ofId(column, id);
        Class<?> expected = column.type().kind().javaClass();
        if (expected.isInstance(coerced)) return coerced;
        throw new IllegalArgumentException("A value of " + coerced.getClass() + " for " + column + ", which has "
                + expected + ": are the scalars' coercions in the schema?");
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static @Nullable Object ofId(Column column, String id) {
        return switch (column.type().kind()) {
            case INTEGER -> {
                Long number = number(id);
                yield number == null || number != number.intValue() ? null : (Integer) number.intValue();
            }
            case BIGINT -> number(id);
            case UUID -> UUID.matcher(id).matches() ? java.util.UUID.fromString(id) : null;
            default -> id;
        };
    }

    private static @Nullable Long number(String id) {
        try {
            Long number = Long.valueOf(id);
            return number.toString().equals(id) ? number : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
