package dev.perigee.json;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 into a buffer that grows. The caller writes the punctuation; {@link #position} and
 * {@link #rewind} take back what turned out wrong. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonWriter {
    private static final long NULL = word("null");
    private static final long TRUE = word("true");
    private static final long FALSE = word("false");
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int maxBytes;
    private byte[] buffer;
    private int position;

    /**
     * @param maxBytes the most it may hold; over it, writing fails with {@link TooLargeException}, which may be up to 20
     *     bytes early: a number makes sure of room for the longest one
     */
    public JsonWriter(int initialBytes, int maxBytes) {
        this.buffer = new byte[Math.min(initialBytes, maxBytes)];
        this.maxBytes = maxBytes;
    }

    public JsonWriter() {
        this(512, Integer.MAX_VALUE - 8);
    }

    /** How many bytes have been written. */
    public int position() {
        return position;
    }

    /** How many bytes it can hold before it has to grow. */
    public int capacity() {
        return buffer.length;
    }

    /** Forgets all that was written after an earlier {@link #position}. */
    public void rewind(int earlier) {
        position = earlier;
    }

    /** One byte of ASCII, such as a brace. */
    public void raw(char punctuation) {
        if (position == buffer.length) grow(1);
        buffer[position++] = (byte) punctuation;
    }

    /**
     * Up to eight bytes that are JSON already.
     *
     * @param word the bytes, the first in the lowest bits
     * @param length how many of them are written
     */
    public void raw(long word, int length) {
        ensure(Long.BYTES);
        LONG.set(buffer, position, word);
        position += length;
    }

    /** One byte of ASCII, a brace or a comma, then the name of a member with its colon. */
    public void writeName(char punctuation, JsonName name) {
        ensure(1 + name.room());
        buffer[position] = (byte) punctuation;
        name.copyTo(buffer, position + 1);
        position += 1 + name.length();
    }

    /** Bytes that are JSON already. */
    public void raw(byte[] json) {
        raw(json, 0, json.length);
    }

    /** A range of bytes that are JSON already. */
    public void raw(byte[] json, int from, int length) {
        ensure(length);
        System.arraycopy(json, from, buffer, position, length);
        position += length;
    }

    public void writeNull() {
        raw(NULL, 4);
    }

    public void writeBoolean(boolean value) {
        raw(value ? TRUE : FALSE, value ? 4 : 5);
    }

    public void writeInt(int value) {
        writeLong(value);
    }

    public void writeLong(long value) {
        ensure(Digits.MOST);
        position = Digits.write(value, buffer, position);
    }

    /** A number without a sign: the bits above {@link Long#MAX_VALUE} count. */
    public void writeUnsigned(long value) {
        if (value >= 0) {
            writeLong(value);
        } else {
            long tenth = (value >>> 1) / 5;
            writeLong(tenth);
            raw((char) ('0' + (value - tenth * 10)));
        }
    }

    /**
     * The shortest text that reads as the same number, as {@link Float#toString} has it.
     *
     * @throws IllegalArgumentException if it is not finite, which JSON has no form for
     */
    public void writeFloat(float value) {
        // No other decimal of up to six digits is the same float, so one that is found is the shortest.
        long thousandths = (long) (value * 1000.0 + 0.5);
        if (value >= 1e-3f && value < 1e3f && (float) (thousandths / 1000.0) == value) {
            writeThousandths(thousandths);
            return;
        }
        if (!Float.isFinite(value)) throw new IllegalArgumentException("JSON has no number for " + value);
        ascii(Float.toString(value));
    }

    /**
     * The shortest text that reads as the same number, as {@link Double#toString} has it.
     *
     * @throws IllegalArgumentException if it is not finite, which JSON has no form for
     */
    public void writeDouble(double value) {
        long thousandths = (long) (value * 1000 + 0.5);
        if (value >= 1e-3 && value < 1e7 && thousandths / 1000.0 == value) {
            writeThousandths(thousandths);
            return;
        }
        if (!Double.isFinite(value)) throw new IllegalArgumentException("JSON has no number for " + value);
        ascii(Double.toString(value));
    }

    /**
     * A number with at most three digits after the point, as prices and measures have. No other decimal of up to 15
     * digits is the same double, so this one is the shortest.
     */
    private void writeThousandths(long thousandths) {
        writeLong(thousandths / 1000);
        int fraction = (int) (thousandths % 1000);
        ensure(4);
        buffer[position++] = '.';
        buffer[position++] = (byte) ('0' + fraction / 100);
        if (fraction % 100 == 0) return;
        buffer[position++] = (byte) ('0' + fraction / 10 % 10);
        if (fraction % 10 != 0) buffer[position++] = (byte) ('0' + fraction % 10);
    }

    /**
     * Any number, by its own text; {@code 1E+3} and the like are valid JSON.
     *
     * @throws IllegalArgumentException if it is not finite, or its text is no number
     */
    public void writeNumber(Number value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            writeLong(value.longValue());
        } else if (value instanceof Double || value instanceof Float) {
            writeFloating(value);
        } else {
            writeOther(value);
        }
    }

    private void writeOther(Number value) {
        String text = value.toString();
        boolean isKnown = value instanceof BigInteger || value instanceof BigDecimal;
        ascii(isKnown ? text : asNumber(text));
    }

    /** Anyone may extend Number, and its text be anything. */
    private static String asNumber(String text) {
        try {
            return new BigDecimal(text).toString();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("JSON has no number for " + text, e);
        }
    }

    private void writeFloating(Number value) {
        if (!Double.isFinite(value.doubleValue()))
            throw new IllegalArgumentException("JSON has no number for " + value);
        ascii(value.toString());
    }

    /** A string with its quotes, escaped where JSON asks for it. A lone surrogate becomes {@code U+FFFD}. */
    public void writeString(String value) {
        int length = value.length();
        ensure(length + 2);
        buffer[position++] = '"';
        int plain = writePlain(value, 0);
        if (plain < length) writeRest(value, plain);
        buffer[position++] = '"';
    }

    /** Goes on with a character that is not written as it stands; leaves room for a quote. */
    private void writeRest(String value, int from) {
        int length = value.length();
        int i = from;
        while (i < length) {
            // This character at its longest, a byte for each of the others, and one for the quote.
            ensure(6 + length - i);
            i = writeSpecial(value, i);
            i = writePlain(value, i);
        }
    }

    /** Writes characters up to the next that is not written as it stands, whose index it returns. There is room. */
    private int writePlain(String value, int from) {
        byte[] to = buffer;
        int length = value.length();
        int shift = position - from;
        int i = from;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            long word = Utf8.word(value, i);
            if (Utf8.special(word) != 0) break;
            LONG.set(to, shift + i, word);
        }
        for (; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '"' || c == '\\') break;
            to[shift + i] = (byte) c;
        }
        position = shift + i;
        return i;
    }

    /** Writes the character at an index, or two that are one, and returns the index of the next. There is room. */
    private int writeSpecial(String value, int index) {
        char c = value.charAt(index);
        if (c < 0x80) {
            writeEscaped(c);
        } else if (c < 0x800) {
            buffer[position++] = (byte) (0xC0 | c >> 6);
            buffer[position++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)
                && index + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(index + 1))) {
            writeSupplementary(Character.toCodePoint(c, value.charAt(index + 1)));
            return index + 2;
        } else {
            writeThreeBytes(Character.isSurrogate(c) ? '\uFFFD' : c);
        }
        return index + 1;
    }

    /**
     * A string of UTF-8 with its quotes, escaped where JSON asks for it: checked, escaped and copied in one pass.
     *
     * @return false if it is no valid UTF-8; nothing is written then
     */
    public boolean writeUtf8(byte[] utf8, int from, int to) {
        int start = position;
        ensure(to - from + 2 + Long.BYTES);
        buffer[position++] = '"';
        int at = copyPlain(utf8, from, to);
        while (at < to) {
            at = copySpecial(utf8, at, to);
            if (at < 0) {
                position = start;
                return false;
            }
            at = copyPlain(utf8, at, to);
        }
        buffer[position++] = '"';
        return true;
    }

    /**
     * Copies bytes up to the next that is not copied as it stands, whose index it returns. There is room, and for eight
     * bytes more: words are copied whole, and what is too much of them is overwritten.
     */
    private int copyPlain(byte[] utf8, int from, int to) {
        byte[] buffer = this.buffer;
        int position = this.position;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES, position += Long.BYTES) {
            long word = (long) LONG.get(utf8, at);
            LONG.set(buffer, position, word);
            long special = Utf8.special(word);
            if (special != 0) {
                int plain = Long.numberOfTrailingZeros(special) >>> 3;
                this.position = position + plain;
                return at + plain;
            }
        }
        if (at < to && at <= utf8.length - Long.BYTES) {
            long word = (long) LONG.get(utf8, at);
            LONG.set(buffer, position, word);
            int plain = Math.min(to - at, Long.numberOfTrailingZeros(Utf8.special(word)) >>> 3); // 8 if all are plain
            this.position = position + plain;
            return at + plain;
        }
        for (; at < to && isPlain(utf8[at]); at++) buffer[position++] = utf8[at];
        this.position = position;
        return at;
    }

    private static boolean isPlain(byte ascii) {
        return ascii >= ' ' && ascii != '"' && ascii != '\\';
    }

    /** Writes a character that is escaped, or those up to the next of ASCII; -1 if they are no valid UTF-8. */
    private int copySpecial(byte[] utf8, int from, int to) {
        if (utf8[from] >= 0) {
            ensure(6 + to - from + 1 + Long.BYTES);
            writeEscaped((char) utf8[from]);
            return from + 1;
        }
        int at = from;
        while (at < to && utf8[at] < 0) {
            int length = Utf8.characterLength(utf8, at, to);
            if (length == 0) return -1;
            for (int end = at + length; at < end; at++) buffer[position++] = utf8[at];
        }
        return at;
    }

    /** Bytes as a string of base64, with padding. */
    public void writeBase64(byte[] bytes, int from, int to) {
        long length = Base64Text.length(to - from);
        if (length + 2 > maxBytes) throw new TooLargeException(maxBytes);
        ensure((int) length + 2);
        buffer[position++] = '"';
        Base64Text.write(bytes, from, to, buffer, position);
        position += (int) length;
        buffer[position++] = '"';
    }

    private void writeEscaped(char c) {
        buffer[position++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[position++] = (byte) c;
            case '\n' -> buffer[position++] = 'n';
            case '\r' -> buffer[position++] = 'r';
            case '\t' -> buffer[position++] = 't';
            case '\b' -> buffer[position++] = 'b';
            case '\f' -> buffer[position++] = 'f';
            default -> {
                buffer[position++] = 'u';
                buffer[position++] = '0';
                buffer[position++] = '0';
                buffer[position++] = HEX[c >> 4];
                buffer[position++] = HEX[c & 0xF];
            }
        }
    }

    private void writeThreeBytes(char c) {
        buffer[position++] = (byte) (0xE0 | c >> 12);
        buffer[position++] = (byte) (0x80 | c >> 6 & 0x3F);
        buffer[position++] = (byte) (0x80 | c & 0x3F);
    }

    private void writeSupplementary(int codePoint) {
        buffer[position++] = (byte) (0xF0 | codePoint >> 18);
        buffer[position++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        buffer[position++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        buffer[position++] = (byte) (0x80 | codePoint & 0x3F);
    }

    /**
     * A value of JSON's kinds: null, String, Boolean, Number, Map with string keys, Iterable.
     *
     * @throws IllegalArgumentException for any other, or for more than 500 levels
     */
    public void writeValue(@Nullable Object value) {
        new Tree(this).write(value);
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    /** Writes what was written, from an offset on, to another writer. */
    public void appendTo(JsonWriter other, int from) {
        other.raw(buffer, from, position - from);
    }

    /** Writes what was written to a stream, without copying it first. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, position);
    }

    private void ascii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) buffer[position + i] = (byte) text.charAt(i);
        position += length;
    }

    private void ensure(int more) {
        if (buffer.length - position < more) grow(more);
    }

    private void grow(int more) {
        long needed = (long) position + more;
        if (needed > maxBytes) throw new TooLargeException(maxBytes);
        buffer = Arrays.copyOf(buffer, (int) Math.min(maxBytes, Math.max(needed, 2L * buffer.length)));
    }

    private static long word(String ascii) {
        long word = 0;
        for (int i = 0; i < ascii.length(); i++) word |= (long) ascii.charAt(i) << i * Byte.SIZE;
        return word;
    }
}
