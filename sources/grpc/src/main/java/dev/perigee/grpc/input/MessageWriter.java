package dev.perigee.grpc.input;

import java.util.Map;

/** A message with its length before it. */
record MessageWriter(MessageEncoder fields) implements ValueWriter {
    @Override
    public int wireType() {
        return WireBuffer.DELIMITED;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        Map<?, ?> values = fields.values(value);
        int start = encoding.beginMessage();
        fields.write(values, encoding);
        encoding.endMessage(start);
    }
}
