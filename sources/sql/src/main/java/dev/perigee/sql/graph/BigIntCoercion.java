package dev.perigee.sql.graph;

import dev.perigee.schema.Coercion;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** {@code BigInt}: a Long. Written as a string, since many a client's numbers have but 53 bits. */
final class BigIntCoercion implements Coercion {
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,19}");
    private static final double LARGEST_EXACT = 1L << 53;
    private static final String NO_INTEGER = "not a whole number";
    private static final String OUTSIDE = "outside the range of 64 bits";

    @Override
    public Long coerceInput(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigInteger number -> inRange(number);
            case Double number -> exact(number);
            case String text -> parse(text);
            default -> throw Misfit.of(GraphScalar.BIG_INT, value, NO_INTEGER);
        };
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case Long number -> number.toString();
            case Integer number -> number.toString();
            default -> throw Misfit.of(GraphScalar.BIG_INT, value, NO_INTEGER);
        };
    }

    private static Long inRange(BigInteger number) {
        if (number.bitLength() >= Long.SIZE) throw Misfit.of(GraphScalar.BIG_INT, number, OUTSIDE);
        return number.longValue();
    }

    /** {@code 4.0} is 4 in JSON. */
    private static Long exact(Double number) {
        if (number != Math.rint(number)) throw Misfit.of(GraphScalar.BIG_INT, number, NO_INTEGER);
        if (Math.abs(number) > LARGEST_EXACT) {
            throw Misfit.of(GraphScalar.BIG_INT, number, "too large for a number with a point to be exact");
        }
        return number.longValue();
    }

    private static Long parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Misfit.of(GraphScalar.BIG_INT, text, NO_INTEGER + " of at most 19 digits");
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException tooLarge) {
            throw Misfit.of(GraphScalar.BIG_INT, text, OUTSIDE);
        }
    }
}
