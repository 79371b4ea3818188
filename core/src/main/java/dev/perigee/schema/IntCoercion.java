package dev.perigee.schema;

import dev.perigee.language.IntValue;
import dev.perigee.language.Value;
import java.math.BigDecimal;

/**
 * {@code Int}: a signed 32-bit integer.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Int">Int</a>
 */
final class IntCoercion implements Coercion {
    @Override
    public Integer coerceInput(Object value) {
        return switch (value) {
            case Integer integer -> integer;
            case Number number -> fromNumber(number);
            default -> throw notAnInteger(Shown.value(value));
        };
    }

    @Override
    public Integer coerceLiteral(Value literal) {
        if (!(literal instanceof IntValue integer)) throw notAnInteger(Shown.literal(literal));
        String digits = integer.value();
        if (digits.length() > 11) throw outsideRange(Shown.literal(literal)); // -2147483648 has 11
        long number = Long.parseLong(digits);
        if (number != (int) number) throw outsideRange(Shown.literal(literal));
        return (int) number;
    }

    @Override
    public Integer coerceResult(Object value) {
        return switch (value) {
            case Integer integer -> integer;
            case Number number -> fromNumber(number);
            case Boolean truth -> truth ? 1 : 0;
            case String text -> fromText(text);
            default -> throw notAnInteger(Shown.value(value));
        };
    }

    private static Integer fromNumber(Number number) {
        if (!Numbers.isInteger(number)) throw notAnInteger(Shown.value(number));
        if (!Numbers.fitsInt(number)) throw outsideRange(Shown.value(number));
        return (int) number.doubleValue();
    }

    private static Integer fromText(String text) {
        BigDecimal number = Numbers.parse(text);
        if (number == null || !Numbers.isInteger(number)) throw notAnInteger(Shown.value(text));
        if (!Numbers.fitsInt(number)) throw outsideRange(Shown.value(text));
        return number.intValue();
    }

    private static CoercionException notAnInteger(String shown) {
        return new CoercionException("Int cannot represent " + shown + ": it is not an integer.");
    }

    private static CoercionException outsideRange(String shown) {
        return new CoercionException("Int cannot represent " + shown + ": it is outside the range of 32 bits.");
    }
}
