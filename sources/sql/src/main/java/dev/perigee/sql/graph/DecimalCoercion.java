package dev.perigee.sql.graph;

import dev.perigee.schema.Coercion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** {@code Decimal}: a BigDecimal. Written as a string, since many a client's numbers are binary. */
final class DecimalCoercion implements Coercion {
    /** Far over what databases keep, and short enough to be parsed and written out in no time. */
    private static final int MOST_DIGITS = 1000;

    private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final String NO_DECIMAL = "not a decimal number";

    @Override
    public BigDecimal coerceInput(Object value) {
        return switch (value) {
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case BigInteger number -> bounded(new BigDecimal(number));
            case BigDecimal number -> bounded(number);
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            case String text -> parse(text);
            default -> throw Misfit.of(GraphScalar.DECIMAL, value, NO_DECIMAL);
        };
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case BigDecimal number -> text(number);
            case BigInteger number -> number.toString();
            case Long number -> number.toString();
            case Integer number -> number.toString();
            default -> throw Misfit.of(GraphScalar.DECIMAL, value, NO_DECIMAL);
        };
    }

    private static BigDecimal parse(String text) {
        if (text.length() > MOST_DIGITS) throw tooLong(text);
        if (!FORM.matcher(text).matches()) throw Misfit.of(GraphScalar.DECIMAL, text, NO_DECIMAL);
        BigDecimal number = new BigDecimal(text);
        if (!isShort(number)) throw tooLong(text);
        return number;
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (!isShort(number)) throw tooLong(number);
        return number;
    }

    private static String text(BigDecimal number) {
        return isShort(number) ? number.toPlainString() : number.toString();
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static RuntimeException tooLong(Object value) {
        return Misfit.of(GraphScalar.DECIMAL, value, "longer than " + MOST_DIGITS + " digits");
    }
}
