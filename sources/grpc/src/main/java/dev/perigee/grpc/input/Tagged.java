package dev.perigee.grpc.input;

/** A value with its tag before it. */
final class Tagged {
    private Tagged() {}

    static void write(int fieldNumber, ValueWriter writer, Object value, Encoding encoding) {
        encoding.out().tag(fieldNumber, writer.wireType());
        writer.write(value, encoding);
    }

    static void writeNull(int fieldNumber, ValueWriter writer, Encoding encoding) {
        encoding.out().tag(fieldNumber, writer.wireType());
        writer.writeNull(encoding);
    }

    /** Writes nothing if it is the default of a scalar, which is all zeros on the wire, as an empty length is. */
    static void writeUnlessDefault(int fieldNumber, ValueWriter writer, Object value, Encoding encoding) {
        WireBuffer out = encoding.out();
        int before = out.size();
        out.tag(fieldNumber, writer.wireType());
        int start = out.size();
        writer.write(value, encoding);
        if (out.isZeroSince(start)) out.truncate(before);
    }
}
