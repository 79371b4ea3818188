package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import dev.perigee.grpc.graph.Form.Scalar;
import dev.perigee.grpc.graph.GraphOptions.Integers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one value of a field is, be it given or asked for. */
sealed interface ValueKind {
    record OfScalar(Scalar scalar) implements ValueKind {}

    record OfWrapper(Scalar scalar) implements ValueKind {}

    record OfEnum(EnumDescriptor type) implements ValueKind {}

    record OfMessage(Descriptor type) implements ValueKind {}

    String WELL_KNOWN = "google.protobuf.";

    /** The well-known messages that are scalars. */
    Map<String, Scalar> SCALARS = Map.of(
            WELL_KNOWN + "Timestamp", Scalar.TIMESTAMP,
            WELL_KNOWN + "Duration", Scalar.DURATION,
            WELL_KNOWN + "FieldMask", Scalar.FIELD_MASK,
            WELL_KNOWN + "Struct", Scalar.JSON,
            WELL_KNOWN + "Value", Scalar.JSON,
            WELL_KNOWN + "ListValue", Scalar.JSON,
            WELL_KNOWN + "Any", Scalar.ANY,
            WELL_KNOWN + "Empty", Scalar.EMPTY);

    static ValueKind of(FieldDescriptor field, GraphOptions options) {
        return switch (field.getJavaType()) {
            case ENUM -> ofEnum(field.getEnumType());
            case MESSAGE -> ofMessage(field, options);
            default -> new OfScalar(scalar(field, options.isId(field), options.integers));
        };
    }

    /** The value of a message of {@code wrappers.proto}; null if it is none. */
    static @Nullable FieldDescriptor wrapped(Descriptor message) {
        boolean isWrapper = message.getFullName().startsWith(WELL_KNOWN)
                && message.getName().endsWith("Value")
                && message.getFields().size() == 1;
        FieldDescriptor value = isWrapper ? message.findFieldByName("value") : null;
        return value == null || value.isRepeated() || value.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? null
                : value;
    }

    static boolean isEmpty(Descriptor message) {
        return message.getFullName().equals(WELL_KNOWN + "Empty");
    }

    private static ValueKind ofEnum(EnumDescriptor type) {
        boolean isNull = type.getFullName().equals(WELL_KNOWN + "NullValue");
        return isNull ? new OfScalar(Scalar.JSON) : new OfEnum(type);
    }

    private static ValueKind ofMessage(FieldDescriptor field, GraphOptions options) {
        Descriptor message = field.getMessageType();
        Scalar known = SCALARS.get(message.getFullName());
        if (known != null) return new OfScalar(known);
        FieldDescriptor value = wrapped(message);
        if (value == null) return new OfMessage(message);
        return new OfWrapper(scalar(value, options.isId(field), options.integers));
    }

    private static Scalar scalar(FieldDescriptor field, boolean isId, Integers integers) {
        Type type = field.getType();
        if (isId && type != Type.BOOL && type != Type.FLOAT && type != Type.DOUBLE && type != Type.BYTES) {
            return Scalar.ID;
        }
        return switch (type) {
            case BOOL -> Scalar.BOOLEAN;
            case INT32, SINT32, SFIXED32 -> Scalar.INT;
            case UINT32, FIXED32 -> Scalar.UINT32;
            case INT64, SINT64, SFIXED64 -> integers == Integers.STRINGS ? Scalar.INT64 : Scalar.INT64_NUMBER;
            case UINT64, FIXED64 -> integers == Integers.STRINGS ? Scalar.UINT64 : Scalar.UINT64_NUMBER;
            case FLOAT -> Scalar.FLOAT;
            case DOUBLE -> Scalar.DOUBLE;
            case STRING -> Scalar.STRING;
            case BYTES -> Scalar.BYTES;
            case ENUM, MESSAGE, GROUP -> throw new IllegalArgumentException(field.getFullName() + " is no scalar");
        };
    }
}
