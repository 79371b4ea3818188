package dev.perigee.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of a response as Java has it. Null is read as null by all but {@link #nonNull}. Readers of generated code
 * are put together of those here. Thread-safe.
 */
@FunctionalInterface
public interface ValueReader<T extends @Nullable Object> {
    ValueReader<@Nullable String> STRING = (value, path) -> value == null ? null : (String) value;
    ValueReader<@Nullable Integer> INT = (value, path) -> value == null ? null : (Integer) ((Number) value).intValue();
    ValueReader<@Nullable Double> FLOAT =
            (value, path) -> value == null ? null : (Double) ((Number) value).doubleValue();
    ValueReader<@Nullable Boolean> BOOLEAN = (value, path) -> value == null ? null : (Boolean) value;
    ValueReader<@Nullable String> ID = (value, path) -> value == null ? null : value.toString();

    /**
     * @param value as JSON has it: String, Boolean, Number, List, Map, null
     * @param path where it stands, for messages, such as {@code posts[3].author}
     */
    T read(@Nullable Object value, String path);

    /** The same where null must not be. */
    static <T> ValueReader<T> nonNull(ValueReader<@Nullable T> reader) {
        return (value, path) -> {
            T read = reader.read(value, path);
            if (read == null) throw new IllegalStateException(path + " is null");
            return read;
        };
    }

    static <T extends @Nullable Object> ValueReader<@Nullable List<T>> listOf(ValueReader<T> item) {
        return (value, path) -> {
            if (value == null) return null;
            List<?> values = (List<?>) value;
            List<T> read = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) read.add(item.read(values.get(i), path + "[" + i + "]"));
            return Collections.unmodifiableList(read);
        };
    }

    static <T> ValueReader<@Nullable T> object(Function<Data, T> reader) {
        return (value, path) -> value == null ? null : reader.apply(Data.of(value, path));
    }
}
