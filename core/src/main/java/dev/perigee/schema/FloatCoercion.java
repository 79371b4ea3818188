package dev.perigee.schema;

import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.Value;
import java.math.BigDecimal;

/**
 * {@code Float}: a finite IEEE 754 double.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Float">Float</a>
 */
final class FloatCoercion implements Coercion {
    @Override
    public Double coerceInput(Object value) {
        if (value instanceof Number number) return fromNumber(number);
        throw notANumber(Shown.value(value));
    }

    @Override
    public Double coerceLiteral(Value literal) {
        return switch (literal) {
            case IntValue integer -> fromDigits(integer.value(), literal);
            case FloatValue number -> fromDigits(number.value(), literal);
            default -> throw notANumber(Shown.literal(literal));
        };
    }

    @Override
    public Double coerceResult(Object value) {
        return switch (value) {
            case Number number -> fromNumber(number);
            case Boolean truth -> truth ? 1.0 : 0.0;
            case String text -> fromText(text);
            default -> throw notANumber(Shown.value(value));
        };
    }

    private static Double fromNumber(Number number) {
        double value = Numbers.toDouble(number);
        if (!Double.isFinite(value)) throw notFinite(Shown.value(number));
        return value;
    }

    private static Double fromDigits(String digits, Value literal) {
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) throw notFinite(Shown.literal(literal));
        return value;
    }

    private static Double fromText(String text) {
        BigDecimal number = Numbers.parse(text);
        if (number == null) throw notANumber(Shown.value(text));
        double value = number.doubleValue();
        if (!Double.isFinite(value)) throw notFinite(Shown.value(text));
        return value;
    }

    private static CoercionException notFinite(String shown) {
        return new CoercionException("Float cannot represent " + shown + ": it is not a finite double.");
    }

    private static CoercionException notANumber(String shown) {
        return new CoercionException("Float cannot represent " + shown + ": it is not a number.");
    }
}
