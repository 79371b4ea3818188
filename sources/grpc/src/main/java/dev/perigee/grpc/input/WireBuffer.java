package dev.perigee.grpc.input;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import com.google.protobuf.ByteString;
import dev.perigee.schema.CoercionException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Bytes of protobuf's wire format as they are written. What has a length is written once, and moved when the length takes
 * more than the byte that was left for it. One thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class WireBuffer {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    static final int START_GROUP = 3;
    static final int END_GROUP = 4;
    static final int FIXED32 = 5;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final int MOST_VARINT_BYTES = 10;
    private static final int MOST_UTF8_BYTES_A_CHAR = 3;

    private byte[] bytes = new byte[128];
    private int size;

    int size() {
        return size;
    }

    /** Takes back what was written since the size was this. */
    void truncate(int toSize) {
        size = toSize;
    }

    void tag(int fieldNumber, int wireType) {
        varint((long) fieldNumber << 3 | wireType);
    }

    void varint(long value) {
        reserve(MOST_VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void fixed32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void fixed64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void bytes(ByteString value) {
        varint(value.size());
        reserve(value.size());
        value.copyTo(bytes, size);
        size += value.size();
    }

    /** As they are, without a length. */
    void raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Begins what has a length; {@link #end} takes what this returned. */
    int begin() {
        reserve(1);
        return ++size;
    }

    void end(int start) {
        int length = size - start;
        if (length > 0x7F) {
            int more = (31 - Integer.numberOfLeadingZeros(length)) / 7;
            reserve(more);
            System.arraycopy(bytes, start, bytes, start + more, length);
        }
        size = start - 1;
        varint(length);
        size += length;
    }

    /** Whether all is zero since the size was this: what a default value is, whatever its type. */
    boolean isZeroSince(int start) {
        for (int i = start; i < size; i++) if (bytes[i] != 0) return false;
        return true;
    }

    /** @throws CoercionException if it has a surrogate that is not one of a pair: UTF-8 has no form for it */
    void string(String text) {
        int start = begin();
        reserve(Math.multiplyExact(text.length(), MOST_UTF8_BYTES_A_CHAR));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) bytes[size++] = (byte) c;
            else if (c < 0x800) two(c);
            else if (!Character.isSurrogate(c)) three(c);
            else four(text, i++);
        }
        end(start);
    }

    private void two(char c) {
        bytes[size++] = (byte) (0xC0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void three(char c) {
        bytes[size++] = (byte) (0xE0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void four(String text, int index) {
        int codePoint = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw new CoercionException("It has half of a surrogate pair at character " + index
                    + ", which UTF-8 has no form for. Send whole characters.");
        }
        bytes[size++] = (byte) (0xF0 | codePoint >> 18);
        bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length)
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
    }
}
