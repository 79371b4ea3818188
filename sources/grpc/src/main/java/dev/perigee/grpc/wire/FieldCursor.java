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
        at = Wire.varintEnd(bytes, start, to);
        tag = (int) Wire.varint(bytes, start, at);
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
        int from = at;
        skip();
        return Wire.value(bytes, from, at, tag);
    }

    /** Whether all is read; of a packed list, after the last {@link #item}. */
    boolean isAtEnd() {
        return at >= to;
    }

    /** The next item of a packed list, which has no tags. */
    long item(int wireType) {
        tag = Wire.tag(1, wireType);
        return value();
    }
}
