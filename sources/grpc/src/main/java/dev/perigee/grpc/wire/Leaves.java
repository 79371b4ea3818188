package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.Form.Scalar;
import dev.perigee.grpc.wire.Leaf.Kind;
import dev.perigee.grpc.wire.WriteOptions.NonFinite;
import java.util.IdentityHashMap;
import java.util.Map;

/** Decides how the values of fields are written. For one thread. */
final class Leaves {
    private static final String NULL_VALUE = "google.protobuf.NullValue";

    private final NonFinite nonFinite;
    private final Map<EnumShape, EnumJson> enums = new IdentityHashMap<>();

    Leaves(WriteOptions options) {
        this.nonFinite = options.nonFinite();
    }

    private static int wireType(FieldDescriptor field) {
        return FieldTableBuilder.wireType(field);
    }

    /** As the graph has it; of an object, the whole message. */
    Leaf of(Form form, FieldDescriptor field) {
        return switch (form) {
            case Form.OfEnum(var shape) -> Leaf.ofEnum(field, enums.computeIfAbsent(shape, EnumJson::of));
            case Form.Wrapped(var value) -> Leaf.ofWrapper(wireType(field), of(value, wrappedField(field)));
            case Form.OfMessage message -> Leaf.ofMessage(Kind.MESSAGE, wireType(field), field.getMessageType());
            case Scalar scalar -> ofScalar(scalar, field);
        };
    }

    /** Inside the scalar {@code JSON}, where an enum's unknown number stands for itself. */
    Leaf ofJson(Form form, FieldDescriptor field) {
        if (!(form instanceof Form.OfEnum(var shape))) return of(form, field);
        return Leaf.ofEnum(field, EnumJson.ofNamesOrNumbers(shape));
    }

    private Leaf ofScalar(Scalar scalar, FieldDescriptor field) {
        return switch (scalar) {
            case BOOLEAN, INT, UINT32, INT64_NUMBER, UINT64_NUMBER, STRING, BYTES -> plain(field, false);
            case FLOAT, DOUBLE -> plain(field, nonFinite == NonFinite.TEXT);
            case INT64, UINT64, ID -> plain(field, true);
            case TIMESTAMP -> message(Kind.TIMESTAMP, field);
            case DURATION -> message(Kind.DURATION, field);
            case FIELD_MASK -> message(Kind.FIELD_MASK, field);
            case ANY -> message(Kind.ANY, field);
            case EMPTY -> message(Kind.TRUE, field);
            case JSON -> ofProto(field);
        };
    }

    private static Leaf message(Kind kind, FieldDescriptor field) {
        return Leaf.ofMessage(kind, wireType(field), field.getMessageType());
    }

    /** As ProtoJSON has it. */
    static Leaf ofProto(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case ENUM -> ofProtoEnum(field);
            case MESSAGE -> ofProto(field.getMessageType(), wireType(field));
            case LONG, FLOAT, DOUBLE -> plain(field, true);
            case BOOLEAN, INT, STRING, BYTE_STRING -> plain(field, false);
        };
    }

    /** The key of a map that is a JSON object. */
    static Leaf ofKey(FieldDescriptor key) {
        return plain(key, true);
    }

    private static Leaf ofProtoEnum(FieldDescriptor field) {
        EnumDescriptor type = field.getEnumType();
        if (type.getFullName().equals(NULL_VALUE)) return Leaf.of(Kind.NULL, field, false);
        return Leaf.ofEnum(field, EnumJson.ofProto(type));
    }

    /** A message as ProtoJSON has it. */
    static Leaf ofProto(Descriptor type, int wireType) {
        Kind kind = kind(type);
        FieldDescriptor wrapped = type.findFieldByNumber(1);
        if (kind != Kind.WRAPPER) return Leaf.ofMessage(kind, wireType, type);
        if (wrapped == null || wrapped.getJavaType() == JavaType.MESSAGE) { // one of this name that is none
            return Leaf.ofMessage(Kind.MESSAGE, wireType, type);
        }
        return Leaf.ofWrapper(wireType, ofProto(wrapped));
    }

    /** How ProtoJSON writes a message: some have a form of their own. */
    private static Kind kind(Descriptor type) {
        return switch (type.getFullName()) {
            case "google.protobuf.Timestamp" -> Kind.TIMESTAMP;
            case "google.protobuf.Duration" -> Kind.DURATION;
            case "google.protobuf.FieldMask" -> Kind.FIELD_MASK;
            case "google.protobuf.Struct" -> Kind.STRUCT;
            case "google.protobuf.ListValue" -> Kind.LIST;
            case "google.protobuf.Value" -> Kind.VALUE;
            case "google.protobuf.Any" -> Kind.ANY;
            case "google.protobuf.BoolValue",
                    "google.protobuf.BytesValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.StringValue",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value" -> Kind.WRAPPER;
            default -> Kind.MESSAGE;
        };
    }

    private static FieldDescriptor wrappedField(FieldDescriptor field) {
        return field.getMessageType().findFieldByNumber(1);
    }

    private static Leaf plain(FieldDescriptor field, boolean isQuoted) {
        Kind kind = switch (field.getType()) {
            case BOOL -> Kind.BOOLEAN;
            case INT32, SFIXED32 -> Kind.INT;
            case SINT32 -> Kind.SINT;
            case UINT32, FIXED32 -> Kind.UINT;
            case INT64, SFIXED64 -> Kind.LONG;
            case SINT64 -> Kind.SLONG;
            case UINT64, FIXED64 -> Kind.ULONG;
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case STRING -> Kind.STRING;
            case BYTES -> Kind.BYTES;
            case ENUM, MESSAGE, GROUP ->
                throw new IllegalArgumentException(field.getFullName() + " is no number, string or bytes");
        };
        return Leaf.of(kind, field, isQuoted && kind != Kind.STRING && kind != Kind.BYTES);
    }
}
