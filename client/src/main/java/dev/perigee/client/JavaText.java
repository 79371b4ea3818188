package dev.perigee.client;

import dev.perigee.schema.CoercionException;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of single Java values that have but one. */
final class JavaText {
    private JavaText() {}

    static boolean isJson(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof List<?>
                || value instanceof Map<?, ?>;
    }

    /** @throws CoercionException for what has a toString that may be anything */
    static Object json(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth;
            case Double number
            when !Double.isFinite(number) -> throw new CoercionException("JSON has no number " + number + ".");
            case Float number
            when !Float.isFinite(number) -> throw new CoercionException("JSON has no number " + number + ".");
            case Number number -> number;
            case CharSequence text -> text.toString();
            case Character character -> character.toString();
            case Enum<?> constant -> constant.name();
            case UUID uuid -> uuid.toString();
            case URI uri -> uri.toString();
            case TemporalAccessor time -> time.toString();
            case TemporalAmount amount -> amount.toString();
            default ->
                throw new CoercionException(
                        "JSON has no form for a " + value.getClass().getName() + ": give the client a scalar for it.");
        };
    }
}
