package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Parser;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.perigee.grpc.graph.Form;
import dev.perigee.json.JsonWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values for Java code, as {@link WireMessage#read} says. */
final class ValueReader {
    private static final Formats FORMATS = new Formats(WriteOptions.DEFAULT);

    private ValueReader() {}

    /** @param value the bits of a number, or the {@link Span} of bytes */
    static @Nullable Object read(Form form, FieldDescriptor field, byte[] bytes, long value) {
        return switch (form) {
            case Form.OfMessage(var type) -> new WireMessage(type, bytes, Span.start(value), Span.end(value));
            case Form.OfEnum(var shape) -> shape.nameOf((int) value);
            case Form.Wrapped wrapped -> readWrapped(field, bytes, value);
            case Form.Scalar scalar ->
                switch (scalar) {
                    case TIMESTAMP, DURATION, FIELD_MASK ->
                        text(new Leaves(WriteOptions.DEFAULT).of(form, field), bytes, value);
                    case EMPTY -> true;
                    case ANY -> parse(Any.parser(), bytes, value);
                    case JSON -> readJson(field, bytes, value);
                    default -> readPlain(field, bytes, value);
                };
        };
    }

    /** A number, a string or bytes, by what the IDL says. */
    static Object readPlain(FieldDescriptor field, byte[] bytes, long value) {
        return switch (field.getType()) {
            case BOOL -> value != 0;
            case INT32, SFIXED32 -> (int) value;
            case SINT32 -> CodedInputStream.decodeZigZag32((int) value);
            case UINT32, FIXED32 -> value & 0xFFFFFFFFL;
            case INT64, SFIXED64 -> value;
            case SINT64 -> CodedInputStream.decodeZigZag64(value);
            case UINT64, FIXED64 -> value >= 0 ? (Object) value : new BigInteger(Long.toUnsignedString(value));
            case FLOAT -> Float.intBitsToFloat((int) value);
            case DOUBLE -> Double.longBitsToDouble(value);
            case STRING -> string(bytes, value);
            case BYTES -> ByteString.copyFrom(bytes, Span.start(value), Span.end(value) - Span.start(value));
            case ENUM, MESSAGE, GROUP ->
                throw new IllegalArgumentException(field.getFullName() + " is no number, string or bytes");
        };
    }

    private static String string(byte[] bytes, long span) {
        ByteString text = ByteString.copyFrom(bytes, Span.start(span), Span.end(span) - Span.start(span));
        if (!text.isValidUtf8()) throw new WireException("INVALID_UTF8", "A string is not valid UTF-8.");
        return text.toString(UTF_8);
    }

    private static Object readWrapped(FieldDescriptor field, byte[] bytes, long span) {
        FieldDescriptor wrapped = field.getMessageType().findFieldByNumber(1);
        int tag = Wire.tag(1, FieldTableBuilder.wireType(wrapped));
        long value = 0; // also the empty span
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() == tag) value = cursor.value();
            else cursor.skip();
        }
        return readPlain(wrapped, bytes, value);
    }

    private static String text(Leaf leaf, byte[] bytes, long span) {
        JsonWriter json = new JsonWriter();
        ValueWriter values = new ValueWriter(json, new Levels(1), FORMATS);
        if (!values.write(leaf, bytes, span)) throw values.problem();
        return new String(json.toByteArray(), 1, json.position() - 2, UTF_8);
    }

    private static @Nullable Object readJson(FieldDescriptor field, byte[] bytes, long value) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) return null; // the only value of an enum
        return switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Struct" -> plain(parse(Struct.parser(), bytes, value));
            case "google.protobuf.ListValue" -> plain(parse(ListValue.parser(), bytes, value));
            default -> plain(parse(Value.parser(), bytes, value));
        };
    }

    private static <T> T parse(Parser<T> parser, byte[] bytes, long span) {
        try {
            return parser.parseFrom(bytes, Span.start(span), Span.end(span) - Span.start(span));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedReply("a message of a well-known type is broken", Span.start(span));
        }
    }

    private static Map<String, @Nullable Object> plain(Struct struct) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static List<@Nullable Object> plain(ListValue list) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Value value : list.getValuesList()) plain.add(plain(value));
        return plain;
    }

    private static @Nullable Object plain(Value value) {
        return switch (value.getKindCase()) {
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRUCT_VALUE -> plain(value.getStructValue());
            case LIST_VALUE -> plain(value.getListValue());
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }
}
