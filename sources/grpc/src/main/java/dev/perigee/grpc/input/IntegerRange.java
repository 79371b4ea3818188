package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The whole numbers of one width, whatever Java class or text they come as. */
enum IntegerRange {
    INT32("Int", BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE)),
    UINT32("UInt32", BigInteger.ZERO, BigInteger.valueOf(0xFFFF_FFFFL)),
    INT64("Int64", BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE)),
    UINT64("UInt64", BigInteger.ZERO, BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE));

    /** As many as the largest, 18446744073709551615, and the least, -9223372036854775808, have. */
    private static final int MOST_DIGITS = 20;

    private static final double LARGEST_EXACT = 1L << 53;

    private final String scalar;
    private final BigInteger least;
    private final BigInteger most;

    IntegerRange(String scalar, BigInteger least, BigInteger most) {
        this.scalar = scalar;
        this.least = least;
        this.most = most;
    }

    String scalar() {
        return scalar;
    }

    /**
     * The number as protobuf's Java classes have it: {@link #UINT64} beyond the largest long is negative.
     *
     * @param value an Integer, Long, BigInteger, BigDecimal, Double or Float, or digits as text
     * @throws CoercionException if it is not a whole number of this range
     */
    long bits(Object value) {
        return switch (value) {
            case Integer number -> inRange(number.longValue(), value);
            case Long number -> inRange(number, value);
            case Short number -> inRange(number.longValue(), value);
            case Byte number -> inRange(number.longValue(), value);
            case BigInteger number -> inRange(number, value);
            case BigDecimal number -> inRange(exact(number), value);
            case Double number -> exact(number);
            case Float number -> exact(number.doubleValue());
            case String text -> parse(text);
            default -> throw misfit(value, "not a whole number");
        };
    }

    /** {@link #bits}, of Java code: a negative Integer or Long stands for an unsigned number, as in protobuf's classes. */
    long bitsOfJava(Object value) {
        if (this == UINT32 && value instanceof Integer bits) return Integer.toUnsignedLong(bits);
        if (this == UINT64 && value instanceof Long bits) return bits;
        return bits(value);
    }

    /** What the bits are in Java: an Integer, Long, Long or BigInteger. */
    Number number(long bits) {
        return switch (this) {
            case INT32 -> (Number) (int) bits;
            case UINT32, INT64 -> (Number) bits;
            case UINT64 ->
                bits >= 0
                        ? BigInteger.valueOf(bits)
                        : BigInteger.valueOf(bits).add(most).add(BigInteger.ONE);
        };
    }

    private long inRange(long number, Object value) {
        boolean fits = switch (this) {
            case INT32 -> number == (int) number;
            case UINT32 -> number >>> Integer.SIZE == 0;
            case INT64 -> true;
            case UINT64 -> number >= 0;
        };
        if (fits) return number;
        throw outside(value);
    }

    private long inRange(BigInteger number, Object value) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) throw outside(value);
        return number.longValue();
    }

    /** {@code 4.0} is 4 in JSON. */
    private long exact(Double number) {
        if (number != Math.rint(number)) throw misfit(number, "not a whole number");
        if (Math.abs(number) > LARGEST_EXACT) {
            throw misfit(number, "too large for a number with a point to be exact");
        }
        return inRange(number.longValue(), number);
    }

    /** Looks at the exponent first: the digits of {@code 1e999999999} are never made. */
    private BigInteger exact(BigDecimal number) {
        if ((long) number.precision() - number.scale() > MOST_DIGITS) throw outside(number);
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw misfit(number, "not a whole number");
        }
    }

    private long parse(String text) {
        int digits = text.startsWith("-") ? text.length() - 1 : text.length();
        if (digits == 0 || !text.chars().skip(text.length() - digits).allMatch(c -> c >= '0' && c <= '9')) {
            throw misfit(text, "not a whole number");
        }
        if (digits > MOST_DIGITS) throw outside(text);
        return inRange(new BigInteger(text), text);
    }

    private CoercionException outside(Object value) {
        return misfit(value, "outside the range from " + least + " to " + most);
    }

    private CoercionException misfit(Object value, String why) {
        return Misfit.of(scalar, value, why);
    }
}
