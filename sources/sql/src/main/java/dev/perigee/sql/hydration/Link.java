package dev.perigee.sql.hydration;

import dev.perigee.data.PropertyReader;
import dev.perigee.data.Wiring.Coordinate;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How objects of another source lead to rows: by a key that Java code takes from each. Immutable.
 *
 * @param property what the key is read from, null if only the code knows
 * @param fieldNames of the columns that have the key
 */
public record Link(
        Coordinate coordinate,
        Function<Object, @Nullable Object> key,
        @Nullable String property,
        List<String> fieldNames) {
    public Link {
        fieldNames = List.copyOf(fieldNames);
    }

    /** @throws IllegalArgumentException if the coordinate is none, or there are no columns */
    public static <T> Link of(
            String coordinate,
            Class<T> objects,
            Function<? super T, ? extends @Nullable Object> key,
            String... columns) {
        if (columns.length == 0) throw new IllegalArgumentException(coordinate + " goes by no column");
        return new Link(
                Coordinate.parse(coordinate), object -> key.apply(objects.cast(object)), null, List.of(columns));
    }

    /** By a property of objects of any class. @throws IllegalArgumentException if the coordinate is none */
    public static Link of(String coordinate, String property, String column) {
        return new Link(Coordinate.parse(coordinate), new PropertyReader(property)::read, property, List.of(column));
    }

    /** @throws IllegalArgumentException if the table lacks one of them */
    List<Column> columns(Table table) {
        List<Column> columns = new ArrayList<>(fieldNames.size());
        for (String name : fieldNames) {
            Column column = table.columnOfField(name);
            if (column == null) {
                throw new IllegalArgumentException(
                        coordinate + " goes by \"" + name + "\", which is no column of " + table);
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    /**
     * The key of an object; null if it has none, or one that no row can have.
     *
     * @throws IllegalArgumentException if it is of a class that does not go with the columns
     */
    @Nullable Object key(Object parent, List<Column> columns) {
        Object value = key.apply(parent);
        if (value == null) return null;
        List<Object> given = KeyColumns.values(value);
        if (given.size() != columns.size()) {
            throw new IllegalArgumentException(coordinate + " has a key of " + given.size() + " values for " + columns);
        }
        List<Object> parts = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Object part = part(given.get(i), columns.get(i));
            if (part == null) return null;
            parts.add(part);
        }
        return KeyColumns.key(parts);
    }

    private @Nullable Object part(@Nullable Object value, Column column) {
        Object part = KeyColumns.as(value, column.type().kind());
        if (part != null || value == null || value instanceof Number) return part;
        throw new IllegalArgumentException(coordinate + " has a key of " + value.getClass() + " for "
                + column.fieldName() + ", which has " + column.type().kind().javaClass());
    }
}
