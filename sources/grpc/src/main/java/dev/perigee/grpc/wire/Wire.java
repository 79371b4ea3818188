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
        int limit = Math.min(to, from + LONGEST_VARINT);
        for (int at = from; at < limit; ) if (bytes[at++] >= 0) return at;
        throw new MalformedReply(limit == to ? "the end comes inside a number" : "a number has too many bytes", from);
    }

    /** The value of a varint whose end is known. */
    static long varint(byte[] bytes, int from, int end) {
        long value = bytes[from] & 0x7F;
        int shift = 7;
        for (int at = from + 1; at < end; at++, shift += 7) value |= (bytes[at] & 0x7FL) << shift;
        return value;
    }

    /** Where a number of fixed size ends. */
    static int fixedEnd(int size, int from, int to) {
        if (to - from < size) throw new MalformedReply("the end comes inside a number", from);
        return from + size;
    }

    static int fixed32(byte[] bytes, int from) {
        return (int) INT.get(bytes, from);
    }

    static long fixed64(byte[] bytes, int from) {
        return (long) LONG.get(bytes, from);
    }

    /**
     * Of eight bytes, the high bits of those that end a varint: the lowest of them is the end of the first, 0 if it is
     * longer.
     */
    static long varintEnds(byte[] bytes, int from) {
        return ~(long) LONG.get(bytes, from) & 0x8080808080808080L;
    }

    /** The value of a varint of up to eight bytes, whose groups of seven bits are moved together in pairs. */
    static long shortVarint(byte[] bytes, int from, long ends) {
        long groups = (long) LONG.get(bytes, from) & (ends ^ ends - 1);
        groups = (groups & 0x007F007F007F007FL) | (groups & 0x7F007F007F007F00L) >>> 1;
        groups = (groups & 0x00003FFF00003FFFL) | (groups & 0x3FFF00003FFF0000L) >>> 2;
        return (groups & 0x0FFFFFFFL) | (groups & 0x0FFFFFFF00000000L) >>> 4;
    }

    /** Where bytes end, by a length that may be a lie. */
    static int bytesEnd(long length, int from, int to) {
        if (length < 0 || length > to - from) {
            throw new MalformedReply("a length of " + Long.toUnsignedString(length) + " bytes is beyond the end", from);
        }
        return from + (int) length;
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

    /** Where a field's value ends that is not read. */
    static int valueEnd(byte[] bytes, int from, int to, int tag) {
        if (number(tag) == 0) throw new MalformedReply("a field has the number 0", from);
        return switch (type(tag)) {
            case VARINT -> varintEnd(bytes, from, to);
            case FIXED64 -> fixedEnd(Long.BYTES, from, to);
            case FIXED32 -> fixedEnd(Integer.BYTES, from, to);
            case BYTES -> {
                int start = varintEnd(bytes, from, to);
                yield bytesEnd(varint(bytes, from, start), start, to);
            }
            case GROUP -> varintEnd(bytes, groupEnd(bytes, from, to, number(tag)), to);
            case GROUP_END -> throw new MalformedReply("a group ends that has not begun", from);
            default -> throw new MalformedReply("a field has the unknown wire type " + type(tag), from);
        };
    }
}
