package dev.perigee.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The name of an object's member as it stands in front of the value, {@code "name":}. Made once and written often, eight
 * bytes at a time. Immutable.
 */
public final class JsonName {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Most names have up to 13 letters: their two words are at hand. */
    private final long first;

    private final long second;
    private final long[] others;
    private final int length;

    /** @param name of letters, digits and underscores, as GraphQL's names are: nothing is escaped */
    public JsonName(String name) {
        byte[] json = ('"' + name + "\":").getBytes(US_ASCII);
        long[] words = new long[Math.max(2, (json.length + Long.BYTES - 1) / Long.BYTES)];
        for (int i = 0; i < json.length; i++) words[i / Long.BYTES] |= (long) json[i] << i * Byte.SIZE;
        this.first = words[0];
        this.second = words[1];
        this.others = Arrays.copyOfRange(words, 2, words.length);
        this.length = json.length;
    }

    int length() {
        return length;
    }

    /** The room that {@link #copyTo} needs, which is more than the length. */
    int room() {
        return length + 2 * Long.BYTES;
    }

    /** Writes the name, and what comes after it to the end of the {@link #room}. */
    void copyTo(byte[] buffer, int at) {
        LONG.set(buffer, at, first);
        LONG.set(buffer, at + Long.BYTES, second);
        if (length > 2 * Long.BYTES) copyOthers(buffer, at + 2 * Long.BYTES);
    }

    private void copyOthers(byte[] buffer, int at) {
        for (int i = 0; i < others.length; i++) LONG.set(buffer, at + i * Long.BYTES, others[i]);
    }
}
