package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.Form.Scalar;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages and fields as the graph has them, and made from the IDL where it has none: what a relation reads may be hidden
 * from clients. For one thread.
 */
final class PlainTypes {
    private final MessageTypes types;
    private final Map<String, MessageType> made = new HashMap<>();

    PlainTypes(MessageTypes types) {
        this.types = types;
    }

    MessageType of(Descriptor message) {
        MessageType known = types.of(message);
        if (known != null) return known;
        MessageType before = made.get(message.getFullName());
        if (before != null) return before;
        MessageType type = new MessageType(message.getName(), message);
        made.put(message.getFullName(), type);
        type.complete(message.getFields().stream().map(this::make).toList());
        return type;
    }

    /** A field as a {@link MessageField.Single} or {@link MessageField.Repeated}. */
    MessageField field(FieldDescriptor field) {
        for (MessageField known : of(field.getContainingType()).fields()) {
            if (known instanceof MessageField.Single single
                    && single.descriptor().equals(field)) return single;
            if (known instanceof MessageField.Repeated repeated
                    && repeated.descriptor().equals(field)) return repeated;
        }
        return make(field);
    }

    private MessageField make(FieldDescriptor field) {
        if (field.isRepeated()) return new MessageField.Repeated(field.getJsonName(), field, form(field));
        return new MessageField.Single(field.getJsonName(), field, form(field), !field.hasPresence());
    }

    private Form form(FieldDescriptor field) {
        if (Values.isWrapper(field)) return new Form.Wrapped(form(Values.scalar(field)));
        return switch (field.getType()) {
            case BOOL -> Scalar.BOOLEAN;
            case INT32, SINT32, SFIXED32 -> Scalar.INT;
            case UINT32, FIXED32 -> Scalar.UINT32;
            case INT64, SINT64, SFIXED64 -> Scalar.INT64;
            case UINT64, FIXED64 -> Scalar.UINT64;
            case FLOAT -> Scalar.FLOAT;
            case DOUBLE -> Scalar.DOUBLE;
            case STRING -> Scalar.STRING;
            case BYTES -> Scalar.BYTES;
            case ENUM -> new Form.OfEnum(shape(field.getEnumType()));
            case MESSAGE, GROUP -> message(field.getMessageType());
        };
    }

    private Form message(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Timestamp" -> Scalar.TIMESTAMP;
            case "google.protobuf.Duration" -> Scalar.DURATION;
            case "google.protobuf.FieldMask" -> Scalar.FIELD_MASK;
            case "google.protobuf.Struct", "google.protobuf.Value", "google.protobuf.ListValue" -> Scalar.JSON;
            case "google.protobuf.Any" -> Scalar.ANY;
            case "google.protobuf.Empty" -> Scalar.EMPTY;
            default -> new Form.OfMessage(of(message));
        };
    }

    private static EnumShape shape(EnumDescriptor type) {
        Map<String, EnumValueDescriptor> values = new LinkedHashMap<>();
        for (EnumValueDescriptor value : type.getValues()) values.put(value.getName(), value);
        return new EnumShape(type.getName(), type, values, null);
    }
}
