package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.Form.Scalar;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection.Selected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Descriptors as types of the graph, in the plainest way; a oneof is a union where all its members are messages. */
final class Types {
    private final Map<Descriptor, MessageType> types = new HashMap<>();
    private final Map<EnumDescriptor, EnumShape> enums = new HashMap<>();

    MessageType of(Descriptor descriptor) {
        MessageType known = types.get(descriptor);
        if (known != null) return known;
        MessageType type = new MessageType(descriptor.getName(), descriptor);
        types.put(descriptor, type);
        List<MessageField> fields = new ArrayList<>();
        for (FieldDescriptor field : descriptor.getFields()) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof == null || !oneof.getName().equals("shape")) fields.add(of(field));
            else if (oneof.getField(0) == field) fields.add(union(oneof));
        }
        type.complete(fields);
        return type;
    }

    private MessageField union(OneofDescriptor oneof) {
        Map<FieldDescriptor, MessageType> members = new LinkedHashMap<>();
        for (FieldDescriptor member : oneof.getFields()) members.put(member, of(member.getMessageType()));
        return new MessageField.OneOf(oneof.getName(), oneof, members);
    }

    private MessageField of(FieldDescriptor field) {
        String name = field.getName();
        if (field.isRepeated()) return new MessageField.Repeated(name, field, form(field));
        return new MessageField.Single(name, field, form(field), !field.hasPresence());
    }

    Form form(FieldDescriptor field) {
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
            case ENUM -> new Form.OfEnum(enums.computeIfAbsent(field.getEnumType(), Types::shape));
            case MESSAGE, GROUP -> message(field.getMessageType());
        };
    }

    private Form message(Descriptor type) {
        if (!type.getFullName().startsWith("google.protobuf.")) return new Form.OfMessage(of(type));
        return switch (type.getName()) {
            case "Timestamp" -> Scalar.TIMESTAMP;
            case "Duration" -> Scalar.DURATION;
            case "FieldMask" -> Scalar.FIELD_MASK;
            case "Struct", "Value", "ListValue" -> Scalar.JSON;
            case "Any" -> Scalar.ANY;
            case "Empty" -> Scalar.EMPTY;
            default -> new Form.Wrapped(form(type.findFieldByNumber(1)));
        };
    }

    private static EnumShape shape(EnumDescriptor type) {
        Map<String, EnumValueDescriptor> values = new LinkedHashMap<>();
        for (EnumValueDescriptor value : type.getValues()) values.put(value.getName(), value);
        return new EnumShape(type.getName(), type, values, null);
    }

    /** All fields, so many levels deep. */
    static Selection<String> all(MessageType type, int levels) {
        List<Selected<String>> selected = new ArrayList<>();
        for (MessageField field : type.fields()) {
            if (levels > 1 || objectTypes(field).isEmpty()) selected.add(selected(field, field.name(), levels - 1));
        }
        return new Selection<>(type, selected);
    }

    static Selected<String> selected(MessageField field, String responseName, int levels) {
        Map<MessageType, Selection<String>> below = new LinkedHashMap<>();
        for (MessageType type : objectTypes(field)) below.put(type, all(type, levels));
        return new Selected<>(field.name(), responseName, field, below, false);
    }

    /** Those that its values may have. */
    static List<MessageType> objectTypes(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> objectTypes(single.form());
            case MessageField.Repeated repeated -> objectTypes(repeated.item());
            case MessageField.OneOf oneof -> List.copyOf(oneof.members().values());
            case MessageField.JsonMap map -> List.of();
            case MessageField.Nothing nothing -> List.of();
        };
    }

    private static List<MessageType> objectTypes(Form form) {
        return form instanceof Form.OfMessage(var type) ? List.of(type) : List.of();
    }
}
