package dev.perigee.schema;

import java.time.DateTimeException;
import java.util.function.Function;

/**
 * A scalar that is text outside and a value of a Java class inside: a date, a URL. What {@code toString} of the class
 * gives, {@code parse} must take. Immutable.
 *
 * @param name of the scalar, for messages
 * @param parse throws an {@link IllegalArgumentException} or a {@link DateTimeException} if it is none
 */
public record TextCoercion<T>(String name, Class<T> type, Function<String, ? extends T> parse) implements Coercion {
    @Override
    public Object coerceInput(Object value) throws CoercionException {
        if (type.isInstance(value)) return value;
        if (value instanceof String text) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                // told below, as what is no text at all
            }
        }
        throw new CoercionException(name + " cannot represent value: " + Shown.value(value));
    }

    @Override
    public Object coerceResult(Object value) throws CoercionException {
        return type.isInstance(value) ? value.toString() : coerceInput(value).toString();
    }
}
