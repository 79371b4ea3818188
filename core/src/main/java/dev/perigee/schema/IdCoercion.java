package dev.perigee.schema;

import dev.perigee.language.IntValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code ID}: a string that identifies; an integer is taken for its digits.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-ID">ID</a>
 */
final class IdCoercion implements Coercion {
    @Override
    public String coerceInput(Object value) {
        String id = value instanceof String text ? text : digits(value);
        if (id != null) return id;
        throw notAnId(Shown.value(value));
    }

    @Override
    public String coerceLiteral(Value literal) {
        return switch (literal) {
            case StringValue text -> text.value();
            case IntValue integer -> integer.value();
            default -> throw notAnId(Shown.literal(literal));
        };
    }

    @Override
    public String coerceResult(Object value) {
        String id = switch (value) {
            case String text -> text;
            case CharSequence text -> text.toString();
            case UUID uuid -> uuid.toString();
            case Enum<?> constant -> constant.name();
            case Double number -> wholeNumber(number);
            case Float number -> wholeNumber(number);
            case BigDecimal number -> wholeNumber(number);
            default -> digits(value);
        };
        if (id != null) return id;
        throw notAnId(Shown.value(value));
    }

    private static @Nullable String digits(Object value) {
        return switch (value) {
            case Integer integer -> integer.toString();
            case Long integer -> integer.toString();
            case Short integer -> integer.toString();
            case Byte integer -> integer.toString();
            case BigInteger integer -> integer.toString();
            default -> null;
        };
    }

    /** The digits of {@code 4.0}; null for a fraction, and for what no long can hold. */
    private static @Nullable String wholeNumber(Number number) {
        boolean fits = Numbers.isInteger(number) && Math.abs(number.doubleValue()) < 0x1p63;
        return fits ? Long.toString(number.longValue()) : null;
    }

    private static CoercionException notAnId(String shown) {
        return new CoercionException("ID cannot represent " + shown + ": it is not a string or an integer.");
    }
}
