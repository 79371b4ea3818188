package dev.perigee.schema;

import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code String}: text.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-String">String</a>
 */
final class StringCoercion implements Coercion {
    @Override
    public String coerceInput(Object value) {
        if (value instanceof String text) return text;
        throw notAString(Shown.value(value));
    }

    @Override
    public String coerceLiteral(Value literal) {
        if (literal instanceof StringValue text) return text.value();
        throw notAString(Shown.literal(literal));
    }

    @Override
    public String coerceResult(Object value) {
        String text = textOf(value);
        if (text != null) return text;
        throw notAString(Shown.value(value));
    }

    /** The text of what has only one; null for all else, whose toString may be anything. */
    static @Nullable String textOf(Object value) {
        return switch (value) {
            case String text -> text;
            case CharSequence text -> text.toString();
            case Enum<?> constant -> constant.name();
            case Number number -> Numbers.isFinite(number) || isExact(number) ? number.toString() : null;
            case Boolean truth -> truth.toString();
            case Character character -> character.toString();
            case UUID uuid -> uuid.toString();
            case URI uri -> uri.toString();
            case TemporalAccessor time -> time.toString();
            case TemporalAmount amount -> amount.toString();
            default -> null;
        };
    }

    /** Beyond the range of a double, but finite. */
    private static boolean isExact(Number number) {
        return !(number instanceof Double || number instanceof Float);
    }

    private static CoercionException notAString(String shown) {
        return new CoercionException("String cannot represent " + shown + ": it is not a string.");
    }
}
