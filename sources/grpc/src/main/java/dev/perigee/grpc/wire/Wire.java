package dev.perigee.grpc.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How values are encoded. All functions are given a range and never read beyond it; what does not fit in it is a {@link
 * MalformedReply}.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    /** A length, and so many bytes. */
    static final int BYTES = 2;

    static final int GROUP = 3;
    static final int GROUP_END = 4;
    static final int FIXED32 = 5;

    /** How deep groups that nobody reads may be, as in protobuf's own parsers. */
    private static final int MAX_GROUPS = 100;

    private static final int LONGEST_VARINT = 10;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Wire() {}

    static int type(int tag) {
        return tag & 7;
    }

    static int number(int tag) {
        return tag >>> 3;
    }

    static int tag(int number, int type) {
        return number << 3 | type;
    }

    /** Where a varint ends; over-long ones are allowed, up to ten bytes. */
    static int varintEnd(byte[] bytes, int from, int to) {
        return from < to && bytes[from] >= 0 ? from + 1 : longVarintEnd(bytes, from, to);
    }

    private static int longVarintEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) if (bytes[at++] >= 0) return at - from <= LONGEST_VARINT ? at : endInside(from, at);
        return endInside(from, at);
    }

    private static int endInside(int from, int at) {
        boolean isTooLong = at - from > LONGEST_VARINT;
        throw new MalformedReply(isTooLong ? "a number has too many bytes" : "the end comes inside a number", from);
    }

    /** The value of a varint whose end is known. */
    static long varint(byte[] bytes, int from, int end) {
        return end - from == 1 ? bytes[from] : longVarint(bytes, from, end);
    }

    private static long longVarint(byte[] bytes, int from, int end) {
        long value = 0;
        int shift = 0;
        for (int at = from; at < end; at++, shift += 7) value |= (bytes[at] & 0x7FL) << shift;
        return value;
    }

    /** Where a number of fixed size ends. */
    static int fixedEnd(int size, int from, int to) {
        return to - from >= size ? from + size : endInside(from, from);
    }

    static int fixed32(byte[] bytes, int from) {
        return (int) INT.get(bytes, from);
    }

    static long fixed64(byte[] bytes, int from) {
        return (long) LONG.get(bytes, from);
    }

    /** Where bytes end, by a length that may be a lie. */
    static int bytesEnd(long length, int from, int to) {
        return length >= 0 && length <= to - from ? from + (int) length : beyondEnd(length, from);
    }

    private static int beyondEnd(long length, int at) {
        throw new MalformedReply("a length of " + Long.toUnsignedString(length) + " bytes is beyond the end", at);
    }

    /** Where the tag stands that ends a group. */
    static int groupEnd(byte[] bytes, int from, int to, int number) {
        return groupEnd(bytes, from, to, number, MAX_GROUPS);
    }

    private static int groupEnd(byte[] bytes, int from, int to, int number, int levels) {
        if (levels == 0) throw new MalformedReply("groups are nested deeper than " + MAX_GROUPS, from);
        int at = from;
        while (at < to) {
            int start = at;
            at = varintEnd(bytes, start, to);
            int tag = (int) varint(bytes, start, at);
            if (type(tag) == GROUP_END && number(tag) == number) return start;
            at = type(tag) == GROUP
                    ? varintEnd(bytes, groupEnd(bytes, at, to, number(tag), levels - 1), to)
                    : valueEnd(bytes, at, to, tag);
        }
        throw new MalformedReply("a group has no end", from);
    }

    /** Where a field's value ends. */
    static int valueEnd(byte[] bytes, int from, int to, int tag) {
        if (number(tag) == 0) throw noNumber(from);
        switch (type(tag)) {
            case VARINT -> {
                return varintEnd(bytes, from, to);
            }
            case BYTES -> {
                int start = varintEnd(bytes, from, to);
                return bytesEnd(varint(bytes, from, start), start, to);
            }
            case FIXED64 -> {
                return fixedEnd(Long.BYTES, from, to);
            }
            case FIXED32 -> {
                return fixedEnd(Integer.BYTES, from, to);
            }
            default -> {
                return otherEnd(bytes, from, to, tag);
            }
        }
    }

    static MalformedReply noNumber(int at) {
        return new MalformedReply("a field has the number 0", at);
    }

    private static int otherEnd(byte[] bytes, int from, int to, int tag) {
        return switch (type(tag)) {
            case GROUP -> varintEnd(bytes, groupEnd(bytes, from, to, number(tag)), to);
            case GROUP_END -> throw new MalformedReply("a group ends that has not begun", from);
            default -> throw new MalformedReply("a field has the unknown wire type " + type(tag), from);
        };
    }

    /** The bits of a number, or the {@link Span} of bytes or of a group, of a field whose end is known. */
    static long value(byte[] bytes, int from, int end, int tag) {
        return switch (type(tag)) {
            case VARINT -> varint(bytes, from, end);
            case FIXED64 -> fixed64(bytes, from);
            case FIXED32 -> fixed32(bytes, from);
            case BYTES -> Span.of(varintEnd(bytes, from, end), end);
            default -> Span.of(from, groupEnd(bytes, from, end, number(tag)));
        };
    }
}
