package dev.perigee.grpc.input;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Suggestions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments to a message's bytes, without an object of the message. Fields come in the order of their numbers, so equal
 * arguments are equal bytes. Immutable, safe to share between threads.
 *
 * <p>What was not given is not written. A field without presence is not written either where it is given its default.
 * Null unsets what can be unset, lists and maps among them; elsewhere {@link EncodeOptions#nulls} says what it means. Of
 * {@code google.protobuf.Value} null is a value. Below an update mask null clears: the mask names the field.
 *
 * @see <a href="https://protobuf.dev/programming-guides/field_presence/">Field Presence</a>
 */
public final class MessageEncoder {
    private static final byte[] NOTHING = {};

    private final InputType type;
    private final @Nullable String argument;
    private List<Entry> fields = List.of();
    private boolean hasRequired;
    private @Nullable UpdateMask mask;

    /** To be {@link #complete completed} before others see it: its message may contain itself. */
    MessageEncoder(InputType type, @Nullable String argument) {
        this.type = type;
        this.argument = argument;
    }

    void complete(List<Entry> all, @Nullable UpdateMask updateMask) {
        this.fields = all;
        this.hasRequired = all.stream().anyMatch(Entry::isRequired);
        this.mask = updateMask;
    }

    /** A field with what writes it. */
    record Entry(InputField field, boolean isRequired, FieldWriter writer) {}

    /** @throws IllegalArgumentException if the type says of a field what its descriptor does not */
    public static MessageEncoder of(InputType type, EncodeOptions options) {
        return new EncoderCompiler(options).encoder(type);
    }

    /**
     * @param values coerced: by the fields' names in the graph, the scalars' as {@link GrpcScalars} has them
     * @throws ClientException with code {@code BAD_USER_INPUT}, the place in the message and in the extension
     *     {@code argument}
     */
    public byte[] encode(Map<String, ? extends @Nullable Object> values) {
        return encode(values, NOTHING);
    }

    /**
     * @param suffix encoded fields of the same message, which are appended: they override, or are merged with, those in
     *     the values
     * @see #encode(Map)
     */
    public byte[] encode(Map<String, ? extends @Nullable Object> values, byte[] suffix) {
        Encoding encoding = new Encoding(argument);
        try {
            write(values, encoding);
        } catch (CoercionException misfit) {
            throw encoding.path().refuse(misfit.getMessage());
        }
        encoding.out().raw(suffix);
        return encoding.out().toByteArray();
    }

    /** The fields of a value that is to be of this type. */
    Map<?, ?> values(Object value) {
        if (value instanceof Map<?, ?> values) return values;
        throw new CoercionException("It is " + Shown.value(value) + ", and has to be an object.");
    }

    /** The fields, without a length or tags around them. */
    void write(Map<?, ?> values, Encoding encoding) {
        int given = 0;
        for (Entry field : fields) {
            if (given == values.size() && !hasRequired) break;
            String name = field.field().name();
            Object value = values.get(name);
            if (value == null && !values.containsKey(name)) {
                if (field.isRequired()) throw missing(name, encoding);
                continue;
            }
            given++;
            int mark = encoding.path().enter(name);
            field.writer().write(value, encoding);
            encoding.path().leave(mark);
        }
        if (given < values.size()) refuseUnknown(values, encoding);
        if (mask != null) mask.write(values, encoding);
    }

    private static CoercionException missing(String name, Encoding encoding) {
        encoding.path().enter(name);
        return new CoercionException("It is required, and was not given.");
    }

    private void refuseUnknown(Map<?, ?> values, Encoding encoding) {
        for (Object key : values.keySet()) {
            String name = String.valueOf(key);
            if (type.field(name) == null) throw unknown(name, encoding);
        }
    }

    private CoercionException unknown(String name, Encoding encoding) {
        encoding.path().enter(Shown.name(name));
        List<String> names = type.fields().stream().map(InputField::name).toList();
        return new CoercionException(
                "\"%s\" has no such field.%s".formatted(type.name(), Suggestions.didYouMean(name, names)));
    }
}
