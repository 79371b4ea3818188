package dev.perigee.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What numbers of all classes have in common. Never expands a large exponent into digits. */
final class Numbers {
    /** More digits than any sensible number has; turning digits into a number is not linear in them. */
    private static final int MOST_DIGITS = 1_000;

    private Numbers() {}

    /** Whether a number has no fraction; {@code 1.0} has none. */
    static boolean isInteger(Number number) {
        return switch (number) {
            case Integer i -> true;
            case Long l -> true;
            case Short s -> true;
            case Byte b -> true;
            case BigInteger big -> true;
            case BigDecimal decimal ->
                decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
            default -> {
                double value = number.doubleValue();
                yield Double.isFinite(value) && value == Math.rint(value);
            }
        };
    }

    static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    static boolean fitsInt(Number integer) {
        double value = integer.doubleValue(); // rounds only far outside the range
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    /** The double nearest to a number; a float counts as the decimal that it prints as, {@code 0.1f} as {@code 0.1}. */
    static double toDouble(Number number) {
        return number instanceof Float f ? Double.parseDouble(f.toString()) : number.doubleValue();
    }

    /** The integer that a literal is: an Integer, Long or BigInteger, the first that it fits. */
    static Number integer(String digits) {
        if (digits.length() <= 18) {
            long value = Long.parseLong(digits);
            return (int) value == value ? (Number) (int) value : (Number) value;
        }
        checkDigits(digits);
        BigInteger value = new BigInteger(digits);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    /** The exact number that a literal is. */
    static BigDecimal decimal(String text) {
        checkDigits(text);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponentTooLarge) {
            throw new CoercionException("The exponent of " + text + " is too large.");
        }
    }

    /** The number that a text is, null if it is none. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) return null;
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notNumeric) {
            return null;
        }
    }

    private static void checkDigits(String text) {
        if (text.length() <= MOST_DIGITS) return;
        throw new CoercionException("A number has " + text.length() + " characters (at most " + MOST_DIGITS + ").");
    }
}
