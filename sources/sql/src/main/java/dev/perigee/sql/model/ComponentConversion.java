package dev.perigee.sql.model;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a value of a column to an argument of a component. */
interface ComponentConversion {
    /** @throws RuntimeException if the value does not fit: of the wrong class, too great, or no constant of the enum */
    @Nullable Object convert(@Nullable Object value);

    /** To a type of components; values of other types than columns have pass as they are. */
    static ComponentConversion to(Class<?> type) {
        if (type.isPrimitive()) return toPrimitive(type);
        ComponentConversion present = toReference(type);
        return value -> value == null ? null : present.convert(value);
    }

    private static ComponentConversion toPrimitive(Class<?> type) {
        Class<?> box = MethodType.methodType(type).wrap().returnType();
        Object zero = Array.get(Array.newInstance(type, 1), 0);
        ComponentConversion present = toReference(box);
        return value -> value == null ? zero : present.convert(value);
    }

    /** The conversion of values that are not null. */
    private static ComponentConversion toReference(Class<?> type) {
        if (type == Integer.class) return value -> Math.toIntExact(wholeNumber(value));
        if (type == Long.class) return ComponentConversion::wholeNumber;
        if (type == Short.class) return value -> (short) within(wholeNumber(value), Short.MIN_VALUE, Short.MAX_VALUE);
        if (type == Byte.class) return value -> (byte) within(wholeNumber(value), Byte.MIN_VALUE, Byte.MAX_VALUE);
        if (type == Float.class) return value -> number(value).floatValue();
        if (type == Double.class) return value -> number(value).doubleValue();
        if (type == BigDecimal.class) return ComponentConversion::decimal;
        if (type.isEnum()) return toEnum(type);
        return type::cast;
    }

    private static ComponentConversion toEnum(Class<?> type) {
        Map<Object, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) constants.put(((Enum<?>) constant).name(), constant);
        return value -> {
            Object constant = type.isInstance(value) ? value : constants.get(value);
            if (constant == null) throw new IllegalArgumentException("No constant of " + type.getSimpleName());
            return constant;
        };
    }

    private static long wholeNumber(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.longValueExact() : wholeOf(number(value));
    }

    private static long wholeOf(Number number) {
        if (number instanceof Double || number instanceof Float) throw new ClassCastException("A fraction");
        return number.longValue();
    }

    private static BigDecimal decimal(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) return decimal;
        Number number = number(value);
        return number instanceof Double || number instanceof Float
                ? BigDecimal.valueOf(number.doubleValue())
                : BigDecimal.valueOf(number.longValue());
    }

    private static Number number(@Nullable Object value) {
        if (value instanceof Number number) return number;
        throw new ClassCastException("No number");
    }

    private static long within(long value, long least, long greatest) {
        if (value < least || value > greatest) throw new ArithmeticException("Out of range");
        return value;
    }
}
