package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;

/** {@code google.protobuf.NullValue}, an enum whose only value is JSON's null. */
enum NullWriter implements ValueWriter {
    NULL;

    @Override
    public int wireType() {
        return WireBuffer.VARINT;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        throw new CoercionException("It is " + Shown.value(value) + ", and can only be null.");
    }

    @Override
    public boolean hasNull() {
        return true;
    }

    @Override
    public void writeNull(Encoding encoding) {
        encoding.out().varint(0);
    }
}
