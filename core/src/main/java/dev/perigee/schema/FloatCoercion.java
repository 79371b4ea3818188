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
        if (value instanceof Number number) return finite(Numbers.toDouble(number), Shown.value(value));
        throw notANumber(Shown.value(value));
    }

    @Override
    public Double coerceLiteral(Value literal) {
        return switch (literal) {
            case IntValue integer -> finite(Double.parseDouble(integer.value()), Shown.literal(literal));
            case FloatValue number -> finite(Double.parseDouble(number.value()), Shown.literal(literal));
            default -> throw notANumber(Shown.literal(literal));
        };
    }

    @Override
    public Double coerceResult(Object value) {
        return switch (value) {
            case Number number -> finite(Numbers.toDouble(number), Shown.value(value));
            case Boolean truth -> truth ? 1.0 : 0.0;
            case String text -> fromText(text);
            default -> throw notANumber(Shown.value(value));
        };
    }

    private static Double fromText(String text) {
        BigDecimal number = Numbers.parse(text);
        if (number == null) throw notANumber(Shown.value(text));
        return finite(number.doubleValue(), Shown.value(text));
    }

    private static Double finite(double value, String shown) {
        if (Double.isFinite(value)) return value;
        throw new CoercionException("Float cannot represent " + shown + ": it is not a finite double.");
    }

    private static CoercionException notANumber(String shown) {
        return new CoercionException("Float cannot represent " + shown + ": it is not a number.");
    }
}
