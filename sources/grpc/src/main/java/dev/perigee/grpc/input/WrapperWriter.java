package dev.perigee.grpc.input;

/** A message of {@code google/protobuf/wrappers.proto}: its value, which is left out where it is the default one. */
record WrapperWriter(ValueWriter value) implements ValueWriter {
    private static final int FIELD_NUMBER = 1;

    @Override
    public int wireType() {
        return WireBuffer.DELIMITED;
    }

    @Override
    public void write(Object given, Encoding encoding) {
        int start = encoding.beginMessage();
        Tagged.writeUnlessDefault(FIELD_NUMBER, value, given, encoding);
        encoding.endMessage(start);
    }
}
