package dev.perigee.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole numbers as decimal digits, two at a time. */
final class Digits {
    /** As many bytes as any number takes, with its sign. */
    static final int MOST = 20;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The two digits of each number below 100, the first in the lower byte. */
    private static final short[] PAIRS = pairs();

    private static final long[] POWERS = powersOfTen();

    private Digits() {}

    /**
     * Writes a number into a buffer that has room for it.
     *
     * @return the index after its last digit
     */
    static int write(long value, byte[] to, int at) {
        if (value >= 0) return writePositive(value, to, at);
        to[at] = '-';
        if (value > Long.MIN_VALUE) return writePositive(-value, to, at + 1);
        int end = writePositive(-(value / 10), to, at + 1); // it has no positive counterpart
        to[end] = '8';
        return end + 1;
    }

    private static int writePositive(long value, byte[] to, int from) {
        int after = from + count(value);
        int at = after;
        long left = value;
        for (; left > Integer.MAX_VALUE; left /= 100) {
            at -= 2;
            writePair((int) (left % 100), to, at);
        }
        int rest = (int) left; // divided faster than a long
        for (; rest >= 100; rest /= 100) {
            at -= 2;
            writePair(rest % 100, to, at);
        }
        if (rest >= 10) writePair(rest, to, at - 2);
        else to[at - 1] = (byte) ('0' + rest);
        return after;
    }

    private static void writePair(int digits, byte[] to, int at) {
        SHORT.set(to, at, PAIRS[digits]);
    }

    /** How many digits a number has that is not negative. */
    private static int count(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        int least = bits * 1233 >>> 12; // by the logarithm of 2, which is about 1233 / 4096
        return value >= POWERS[least] ? least + 1 : least;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) powers[i] = powers[i - 1] * 10;
        powers[0] = 0; // 0 has a digit, too
        return powers;
    }

    private static short[] pairs() {
        short[] pairs = new short[100];
        for (int i = 0; i < pairs.length; i++) pairs[i] = (short) ('0' + i / 10 | '0' + i % 10 << Byte.SIZE);
        return pairs;
    }
}
