package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import org.jspecify.annotations.Nullable;

/** An entry of a map: a message of a key and a value. */
record EntryWriter(int fieldNumber, ValueWriter key, ValueWriter value) {
    private static final int KEY = 1;
    private static final int VALUE = 2;

    void write(Object givenKey, @Nullable Object givenValue, Encoding encoding) {
        encoding.out().tag(fieldNumber, WireBuffer.DELIMITED);
        int start = encoding.beginMessage();
        Tagged.write(KEY, key, givenKey, encoding);
        if (givenValue != null) Tagged.write(VALUE, value, givenValue, encoding);
        else if (value.hasNull()) Tagged.writeNull(VALUE, value, encoding);
        else throw new CoercionException("It is null, which values of a map can't be.");
        encoding.endMessage(start);
    }
}
