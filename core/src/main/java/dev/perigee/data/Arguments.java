package dev.perigee.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The coerced arguments of a field: defaults are filled in, an argument that was not given and has no default is absent.
 * Immutable. The typed accessors fail with {@link IllegalArgumentException} where the schema does not promise what they
 * are asked for.
 *
 * @see <a href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">CoerceArgumentValues</a>
 */
public final class Arguments {
    /** Of a field without arguments. */
    public static final Arguments NONE = new Arguments(Map.of());

    private final Map<String, @Nullable Object> values;

    private Arguments(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Keeps the map, which must not change any more. */
    public static Arguments of(Map<String, @Nullable Object> values) {
        return values.isEmpty() ? NONE : new Arguments(Collections.unmodifiableMap(values));
    }

    /** All of them, in the order of the schema; a null that was given is an entry with a null value. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** Whether the argument was given, null included, or has a default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value as it was coerced, null where it is absent or null. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    public String string(String name) {
        return as(name, String.class);
    }

    /** An ID, which is always a string. */
    public String id(String name) {
        return as(name, String.class);
    }

    /**
     * An ID that is a number.
     *
     * @throws ClientException with code {@code BAD_USER_INPUT} if it is not one
     */
    public long numericId(String name) {
        String id = id(name);
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new ClientException(
                    "BAD_USER_INPUT", "Argument \"" + name + "\" is not a numeric id: \"" + id + "\".");
        }
    }

    public int integer(String name) {
        return as(name, Integer.class);
    }

    public double number(String name) {
        return as(name, Double.class);
    }

    public boolean flag(String name) {
        return as(name, Boolean.class);
    }

    /** A list whose items were coerced to {@code itemType}. */
    public <T> List<T> list(String name, Class<T> itemType) {
        List<T> list = new ArrayList<>();
        for (Object item : as(name, List.class)) list.add(itemType.cast(item));
        return Collections.unmodifiableList(list);
    }

    /**
     * The value as a reader of {@link Input} makes it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public <T> T read(String name, Function<Object, ? extends T> reader) {
        return reader.apply(as(name, Object.class));
    }

    /** As {@link #read}, null where it is absent or null. */
    public <T> @Nullable T find(String name, Function<Object, ? extends T> reader) {
        Object value = values.get(name);
        return value == null ? null : reader.apply(value);
    }

    /** As {@link #find}, where absent differs from null. */
    public <T> Given<T> given(String name, Function<Object, ? extends T> reader) {
        return has(name) ? Given.of(find(name, reader)) : Given.absent();
    }

    /** An input object as a record whose components have the names of its fields. */
    public <T extends Record> T input(String name, Class<T> type) {
        return RecordBinder.bind(as(name, Map.class), type);
    }

    /** All arguments as a record whose components have their names. */
    public <T extends Record> T as(Class<T> type) {
        return RecordBinder.bind(values, type);
    }

    private <T> T as(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null)
            throw new IllegalArgumentException("No argument \"" + name + "\"; there are " + values.keySet());
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("Argument \"" + name + "\" is a "
                    + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
