package dev.perigee.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Readers of coerced input, to be put together for {@link Arguments#read}: generated code does so, instead of finding out
 * by reflection. A value that the schema does not promise is an {@link IllegalArgumentException} or a
 * {@link ClassCastException}, for it is a defect of the caller; an ID of another form is the client's mistake, and a
 * {@link ClientException} with code {@code BAD_USER_INPUT}.
 */
public final class Input {
    private Input() {}

    /** The fields of an input object. */
    public static Arguments fields(Object inputObject) {
        if (!(inputObject instanceof Map<?, ?> map))
            throw new IllegalArgumentException(
                    "No input object, but a " + inputObject.getClass().getSimpleName());
        @SuppressWarnings("unchecked") // coercion makes input objects of names
        Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) map;
        return Arguments.of(fields);
    }

    /** A list without nulls. */
    public static <T> Function<Object, List<T>> list(Function<Object, ? extends T> item) {
        return value -> {
            List<T> items = new ArrayList<>();
            for (Object each : (List<?>) value) items.add(item.apply(each));
            return Collections.unmodifiableList(items);
        };
    }

    /** A list whose items may be null. */
    public static <T> Function<Object, List<@Nullable T>> listOfNullable(Function<Object, ? extends T> item) {
        return value -> {
            List<@Nullable T> items = new ArrayList<>();
            for (Object each : (List<?>) value) items.add(each == null ? null : item.apply(each));
            return Collections.unmodifiableList(items);
        };
    }

    /** An Int, or an ID that is one. */
    public static int integer(Object value) {
        if (value instanceof String id) return parsed(id, "number", Integer::valueOf);
        return ((Number) value).intValue();
    }

    /** An Int, or an ID that is a number. */
    public static long longInteger(Object value) {
        if (value instanceof String id) return parsed(id, "number", Long::valueOf);
        return ((Number) value).longValue();
    }

    /** A Float as a decimal number. */
    public static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    /** An ID that is a UUID. */
    public static UUID uuid(Object id) {
        return parsed((String) id, "UUID", UUID::fromString);
    }

    private static <T> T parsed(String id, String what, Function<String, T> parse) {
        try {
            return parse.apply(id);
        } catch (IllegalArgumentException e) {
            String shown = id.length() > 60 ? id.substring(0, 60) + "…" : id;
            throw new ClientException(
                    "BAD_USER_INPUT", "\"" + shown + "\" is not the id of anything: no " + what + ".");
        }
    }
}
