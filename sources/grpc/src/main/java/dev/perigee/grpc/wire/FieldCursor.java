package dev.perigee.grpc.wire;

/**
 * Goes through the fields of a message as they stand in its bytes. After each {@link #next}, either {@link #value} or
 * {@link #skip} is called, once. For one thread.
 */
final class FieldCursor {
    private final byte[] bytes;
    private final int to;
    private int start;
    private int at;
    private int tag;

    FieldCursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    /** Goes to the next field, false if there is none. */
    boolean next() {
        if (at >= to) return false;
        start = at;
        int first = bytes[at];
        if (first >= 0) {
            tag = first;
            at++;
        } else {
            at = Wire.varintEnd(bytes, start, to);
            tag = (int) Wire.varint(bytes, start, at);
        }
        return true;
    }

    /** Number and wire type of the field. */
    int tag() {
        return tag;
    }

    /** Where its tag begins. */
    int start() {
        return start;
    }

    /** Where it ends, once its value is read or skipped. */
    int end() {
        return at;
    }

    void skip() {
        at = Wire.valueEnd(bytes, at, to, tag);
    }

    /** The bits of a number, or the {@link Span} of bytes or of a group. */
    long value() {
        return value(Wire.type(tag));
    }

    /** Whether all is read; of a packed list, after the last {@link #item}. */
    boolean isAtEnd() {
        return at >= to;
    }

    /** The next item of a packed list, which has no tags. */
    long item(int wireType) {
        return value(wireType);
    }

    private long value(int type) {
        int from = at;
        switch (type) {
            case Wire.VARINT -> {
                return varint();
            }
            case Wire.FIXED64 -> {
                at = Wire.fixedEnd(Long.BYTES, from, to);
                return Wire.fixed64(bytes, from);
            }
            case Wire.FIXED32 -> {
                at = Wire.fixedEnd(Integer.BYTES, from, to);
                return Wire.fixed32(bytes, from);
            }
            case Wire.BYTES -> {
                long length = varint();
                int begin = at;
                at = Wire.bytesEnd(length, begin, to);
                return Span.of(begin, at);
            }
            default -> {
                int end = Wire.groupEnd(bytes, from, to, Wire.number(tag));
                at = Wire.varintEnd(bytes, end, to);
                return Span.of(from, end);
            }
        }
    }

    private long varint() {
        int from = at;
        if (from < to && bytes[from] >= 0) {
            at++;
            return bytes[from];
        }
        if (to - from >= Long.BYTES) {
            long ends = Wire.varintEnds(bytes, from);
            if (ends != 0) {
                at = from + (Long.numberOfTrailingZeros(ends) + 1) / Byte.SIZE;
                return Wire.shortVarint(bytes, from, ends);
            }
        }
        at = Wire.varintEnd(bytes, from, to);
        return Wire.varint(bytes, from, at);
    }
}
