package dev.perigee.grpc.wire;

import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import dev.perigee.data.HasProperties;
import dev.perigee.data.Typed;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that is still in bytes. Safe for all threads as long as nobody changes the bytes. Compared by identity: two
 * messages of equal bytes are two objects of a response.
 */
public final class WireMessage implements HasProperties, Typed {
    private final MessageType type;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private volatile @Nullable FieldIndex index;

    /**
     * @param bytes kept, not copied
     * @param from where the message begins
     * @param to where it ends, exclusive
     */
    public WireMessage(MessageType type, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        this.type = type;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Of its type, which says what it is where a union stands. */
    @Override
    public String typeName() {
        return type.name();
    }

    /** A message of Java code, by its bytes. */
    public static WireMessage of(MessageType type, Message message) {
        byte[] bytes = message.toByteArray();
        return new WireMessage(type, bytes, 0, bytes.length);
    }

    public MessageType type() {
        return type;
    }

    /** The bytes that the message is in; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /**
     * The value of a field for Java code: Boolean, Integer, Float, Double, String, {@link com.google.protobuf.ByteString};
     * Long for {@code uint32} and all integers of 64 bits, but BigInteger for a {@code uint64} above {@link
     * Long#MAX_VALUE}; what an {@code ID} is in the IDL; of an enum its name in the graph, null for a number without one; of
     * a wrapper what it wraps; a WireMessage for a message or the member of a oneof. Timestamps, durations and field masks
     * are their text in JSON, the scalar {@code JSON} is of Maps, Lists, Strings, Doubles, Booleans and null, and an {@code
     * Any} is a {@link com.google.protobuf.Any}. A repeated field or a map is a List of these, a map as one value of {@code
     * JSON} a Map by such keys. An absent value is the default one where the field is never null, otherwise null.
     *
     * <p>The first call goes through the whole message, those after it don't.
     *
     * @throws ClientException with the code {@code MALFORMED_REPLY}, {@code INVALID_UTF8} or another of a value that can't be
     *     written, if there is no such value in the bytes
     */
    public @Nullable Object read(MessageField field) {
        return TypeReader.of(type).reader(field).read(this);
    }

    /** As {@link #read}, by the name that the field has in the graph. */
    @Override
    public @Nullable Object property(String name) {
        MessageField field = type.field(name);
        if (field == null) throw new IllegalArgumentException(type + " has no field \"" + name + "\"");
        return read(field);
    }

    /** Where the fields of a table are. Kept for the next field of it. */
    FieldIndex index(FieldTable table) {
        FieldIndex known = index;
        if (known != null && known.table() == table) return known;
        FieldIndex found = new FieldIndex(table);
        found.scan(table, bytes, from, to);
        index = found;
        return found;
    }

    @Override
    public String toString() {
        return type + " of " + (to - from) + " bytes";
    }
}
