package dev.perigee.grpc.input;

import java.util.Map;

/** A message between two tags: a group of proto2, or one whose encoding is delimited in an edition. */
record GroupWriter(int fieldNumber, MessageEncoder fields) implements ValueWriter {
    @Override
    public int wireType() {
        return WireBuffer.START_GROUP;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        Map<?, ?> values = fields.values(value);
        encoding.beginGroup();
        fields.write(values, encoding);
        encoding.endGroup(fieldNumber);
    }
}
