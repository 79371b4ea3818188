package dev.perigee.client;

import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of a response as Java has it. Null is read as null by all but {@link #nonNull}. Readers of generated code
 * are put together of those here. What is of another kind than expected fails the operation with a {@link
 * TransportException} that names the path. Thread-safe.
 */
@FunctionalInterface
public interface ValueReader<T extends @Nullable Object> {
    ValueReader<@Nullable String> STRING = nullable((value, path) -> {
        if (value instanceof String text) return text;
        throw UnreadableException.wrong(path, "a string", value);
    });

    /** A number without a fraction, in 32 bits. */
    ValueReader<@Nullable Integer> INT = nullable((value, path) -> {
        if (value instanceof Integer number) return number;
        if (value instanceof BigDecimal number && number.compareTo(BigDecimal.valueOf(number.intValue())) == 0) {
            return number.intValue();
        }
        throw UnreadableException.wrong(path, "an integer of 32 bits", value);
    });

    ValueReader<@Nullable Double> FLOAT = nullable((value, path) -> {
        if (value instanceof Number number) return number.doubleValue();
        throw UnreadableException.wrong(path, "a number", value);
    });

    ValueReader<@Nullable Boolean> BOOLEAN = nullable((value, path) -> {
        if (value instanceof Boolean truth) return truth;
        throw UnreadableException.wrong(path, "true or false", value);
    });

    /** A string, or a number as a string. */
    ValueReader<@Nullable String> ID = nullable((value, path) -> {
        if (value instanceof String || value instanceof Number) return value.toString();
        throw UnreadableException.wrong(path, "an ID", value);
    });

    /** Whatever it is, as JSON has it. */
    ValueReader<@Nullable Object> ANY = (value, path) -> value;

    /**
     * @param value as JSON has it: String, Boolean, Number, List, Map, null
     * @param path where it stands, for messages, such as {@code posts[3].author}
     */
    T read(@Nullable Object value, String path);

    /** The same where null must not be. */
    static <T> ValueReader<T> nonNull(ValueReader<@Nullable T> reader) {
        return (value, path) -> {
            T read = reader.read(value, path);
            if (read == null) throw new UnreadableException(path + " must not be null");
            return read;
        };
    }

    static <T extends @Nullable Object> ValueReader<@Nullable List<T>> listOf(ValueReader<T> item) {
        return nullable((value, path) -> {
            if (!(value instanceof List<?> values)) throw UnreadableException.wrong(path, "a list", value);
            List<T> read = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) read.add(item.read(values.get(i), path + "[" + i + "]"));
            return Collections.unmodifiableList(read);
        });
    }

    static <T> ValueReader<@Nullable T> object(Function<Data, T> reader) {
        return nullable((value, path) -> reader.apply(Data.of(value, path)));
    }

    /** An object of an interface or union, by its {@code __typename}, which has to be selected. */
    static <T> ValueReader<@Nullable T> oneOf(Map<String, Function<Data, ? extends T>> readers) {
        Map<String, Function<Data, ? extends T>> byType = new LinkedHashMap<>(readers);
        return nullable((value, path) -> {
            Data data = Data.of(value, path);
            Object type = data.asMap().get("__typename");
            Function<Data, ? extends T> reader = type instanceof String name ? byType.get(name) : null;
            if (reader != null) return reader.apply(data);
            String expected = "the name of one of the types " + String.join(", ", byType.keySet());
            throw UnreadableException.wrong(path + ".__typename", expected, type);
        });
    }

    /** A value of an enum, by the name of its constant. */
    static <E extends Enum<E>> ValueReader<@Nullable E> enumOf(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(constant.name(), constant));
        return nullable((value, path) -> {
            E constant = value instanceof String name ? constants.get(name) : null;
            if (constant != null) return constant;
            throw UnreadableException.wrong(path, "one of " + String.join(", ", constants.keySet()), value);
        });
    }

    /** A value of an enum, by its name. */
    static <E> ValueReader<@Nullable E> enumOf(Function<String, ? extends E> constants) {
        return nullable((value, path) -> {
            if (value instanceof String name) return constants.apply(name);
            throw UnreadableException.wrong(path, "the name of a value", value);
        });
    }

    /**
     * What a function makes of the values of another reader.
     *
     * @param expected what it takes, for messages, such as {@code a UUID}
     * @param function throws an {@link IllegalArgumentException} for what it does not take
     */
    static <T, R> ValueReader<@Nullable R> converted(
            ValueReader<@Nullable T> reader, String expected, Function<? super T, ? extends R> function) {
        return (value, path) -> {
            T read = reader.read(value, path);
            try {
                return read == null ? null : function.apply(read);
            } catch (IllegalArgumentException e) {
                throw UnreadableException.wrong(path, expected, value);
            }
        };
    }

    /** A value of a custom scalar: what its {@link Coercion#coerceInput} makes of it. */
    static <T> ValueReader<@Nullable T> scalar(Class<T> type, Coercion coercion) {
        return nullable((value, path) -> {
            Object read;
            try {
                read = coercion.coerceInput(value);
            } catch (CoercionException e) {
                throw new UnreadableException("%s is %s: %s".formatted(path, Shown.value(value), e.getMessage()));
            }
            if (type.isInstance(read)) return type.cast(read);
            throw new ClassCastException("The scalar at " + path + " gives what is no " + type.getName());
        });
    }

    /** A reader of values that are there. */
    private static <T> ValueReader<@Nullable T> nullable(Present<T> reader) {
        return (value, path) -> value == null ? null : reader.read(value, path);
    }
}
