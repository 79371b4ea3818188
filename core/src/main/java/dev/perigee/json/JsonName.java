package dev.perigee.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The name of an object's member as it stands in front of the value, {@code "name":}. Made once and written often, eight
 * bytes at a time. Immutable.
 */
public final class JsonName {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] words;
    private final int length;

    /** @param name of letters, digits and underscores, as GraphQL's names are: nothing is escaped */
    public JsonName(String name) {
        byte[] json = ('"' + name + "\":").getBytes(US_ASCII);
        this.length = json.length;
        this.words = new long[(json.length + Long.BYTES - 1) / Long.BYTES];
        for (int i = 0; i < json.length; i++) words[i / Long.BYTES] |= (long) json[i] << i * Byte.SIZE;
    }

    int length() {
        return length;
    }

    /** The room that {@link #copyTo} needs, which is more than the length. */
    int room() {
        return words.length * Long.BYTES;
    }

    /** Writes the name, and what comes after it to the end of the {@link #room}. */
    void copyTo(byte[] buffer, int at) {
        for (int i = 0; i < words.length; i++) LONG.set(buffer, at + i * Long.BYTES, words[i]);
    }
}
