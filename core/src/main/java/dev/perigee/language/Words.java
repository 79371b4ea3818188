package dev.perigee.language;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text by words of eight bytes, the first in the lowest bits: what a whole word has in it is found without a branch a
 * byte. The answers are flags, the highest bit of each byte that is meant, and {@link #index} of the first.
 */
final class Words {
    static final int BYTES = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH = each(0x80);

    private Words() {}

    /** The word that starts at {@code at}; past the end of the text, zeros. */
    static long at(byte[] text, int at) {
        return at <= text.length - BYTES ? (long) LONG.get(text, at) : lastAt(text, at);
    }

    private static long lastAt(byte[] text, int at) {
        long word = 0;
        for (int i = text.length - 1; i >= at; i--) word = word << Byte.SIZE | text[i] & 0xFF;
        return word;
    }

    /** The first flagged byte, or {@link #BYTES} if there is none. */
    static int index(long flags) {
        return Long.numberOfTrailingZeros(flags) / Byte.SIZE;
    }

    /** The bytes in front of the first that is flagged, with zeros behind them. */
    static long before(long word, long flags) {
        long first = (flags & -flags) >>> (Byte.SIZE - 1);
        return word & (first - 1);
    }

    /** What can't be in a name: neither letter, digit nor underscore. */
    static long notName(long word) {
        long low = word & ~HIGH;
        long letter = between(low | each(0x20), 'a', 'z');
        long digit = between(low, '0', '9');
        return ~(letter | digit | equal(low, '_')) & HIGH | word & HIGH;
    }

    /** What ends or escapes a string or isn't ASCII: a double quote, backslash, control character, more than a byte. */
    static long notPlain(long word) {
        long low = word & ~HIGH;
        return ~(low + each(0x80 - ' ')) & HIGH | equal(low, '"') | equal(low, '\\') | word & HIGH;
    }

    /** The bytes of {@code low}, none above 0x7F, from {@code first} to {@code last}. */
    private static long between(long low, int first, int last) {
        return low + each(0x80 - first) & ~(low + each(0x7F - last)) & HIGH;
    }

    /** The bytes of {@code low}, none above 0x7F, that are this character. */
    private static long equal(long low, int character) {
        return HIGH - (low ^ each(character)) & HIGH;
    }

    private static long each(int b) {
        return 0x0101010101010101L * b;
    }
}
