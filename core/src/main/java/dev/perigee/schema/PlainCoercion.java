package dev.perigee.schema;

import java.util.List;
import java.util.Map;

/**
 * A custom scalar for which none was given: values come in as JSON has them, and go out if JSON can say them. What has
 * only one text, such as a UUID or a date, goes out as that.
 */
final class PlainCoercion implements Coercion {
    static final PlainCoercion INSTANCE = new PlainCoercion();

    private PlainCoercion() {}

    @Override
    public Object coerceInput(Object value) {
        return value;
    }

    @Override
    public Object coerceResult(Object value) {
        if (value instanceof Boolean || value instanceof List<?> || value instanceof Map<?, ?>) return value;
        if (value instanceof Number number && !(Double.isNaN(number.doubleValue()) || isInfinite(number))) return value;
        String text = value instanceof Number ? null : StringCoercion.textOf(value);
        if (text != null) return text;
        throw new CoercionException("Cannot write " + Shown.value(value) + " as JSON: its scalar has no coercion.");
    }

    private static boolean isInfinite(Number number) {
        return (number instanceof Double || number instanceof Float) && Double.isInfinite(number.doubleValue());
    }
}
