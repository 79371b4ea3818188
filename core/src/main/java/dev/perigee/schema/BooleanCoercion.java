package dev.perigee.schema;

import dev.perigee.language.BooleanValue;
import dev.perigee.language.Value;

/**
 * {@code Boolean}: true or false.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Boolean">Boolean</a>
 */
final class BooleanCoercion implements Coercion {
    @Override
    public Boolean coerceInput(Object value) {
        if (value instanceof Boolean truth) return truth;
        throw notABoolean(Shown.value(value));
    }

    @Override
    public Boolean coerceLiteral(Value literal) {
        if (literal instanceof BooleanValue truth) return truth.value();
        throw notABoolean(Shown.literal(literal));
    }

    @Override
    public Boolean coerceResult(Object value) {
        if (value instanceof Boolean truth) return truth;
        if (value instanceof Number number && Numbers.isFinite(number)) return number.doubleValue() != 0;
        throw notABoolean(Shown.value(value));
    }

    private static CoercionException notABoolean(String shown) {
        return new CoercionException("Boolean cannot represent " + shown + ": it is not true or false.");
    }
}
