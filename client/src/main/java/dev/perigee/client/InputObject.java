package dev.perigee.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An input object, or the variables of an operation, as JSON has them: what was said, null included, and nothing of what was
 * not. What generated code is put together of. Immutable, as far as the values are.
 */
public final class InputObject {
    public static final InputObject EMPTY = new InputObject(Map.of());

    private final Map<String, @Nullable Object> fields;

    private InputObject(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** With a value that is as JSON has it, or that a {@link Client} has a scalar for. */
    public InputObject with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new InputObject(Collections.unmodifiableMap(more));
    }

    /** @param writer makes JSON of a value that is not null */
    public <T> InputObject with(String name, @Nullable T value, Function<? super T, ?> writer) {
        return with(name, value == null ? null : writer.apply(value));
    }

    /** A writer of lists, whose items may be null. */
    public static <T> Function<List<? extends @Nullable T>, List<@Nullable Object>> listOf(
            Function<? super T, ?> item) {
        return values -> {
            List<@Nullable Object> json = new ArrayList<>(values.size());
            for (T value : values) json.add(value == null ? null : item.apply(value));
            return Collections.unmodifiableList(json);
        };
    }

    public Map<String, @Nullable Object> asMap() {
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InputObject that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
