package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages as input types with the names and forms of ProtoJSON: the members of a oneof beside the other fields, maps as
 * objects. One thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class ProtoJsonTypes {
    private final Map<Descriptor, InputType> types = new HashMap<>();
    private final Deque<InputType> incomplete = new ArrayDeque<>();

    /** What a message is: a scalar if it is of a well-known type. */
    InputForm form(Descriptor message) {
        InputForm form = formOf(message);
        completeAll();
        return form;
    }

    private InputForm formOf(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Timestamp" -> new InputForm.OfScalar(Form.Scalar.TIMESTAMP);
            case "google.protobuf.Duration" -> new InputForm.OfScalar(Form.Scalar.DURATION);
            case "google.protobuf.FieldMask" -> new InputForm.OfScalar(Form.Scalar.FIELD_MASK);
            case "google.protobuf.Any" -> new InputForm.OfScalar(Form.Scalar.ANY);
            case "google.protobuf.Struct", "google.protobuf.Value", "google.protobuf.ListValue" ->
                new InputForm.OfScalar(Form.Scalar.JSON);
            case "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int64Value",
                    "google.protobuf.UInt64Value",
                    "google.protobuf.Int32Value",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.BoolValue",
                    "google.protobuf.StringValue",
                    "google.protobuf.BytesValue" -> new InputForm.Wrapped(form(message.findFieldByNumber(1)));
            default -> new InputForm.OfMessage(declared(message));
        };
    }

    InputType type(Descriptor message) {
        InputType type = declared(message);
        completeAll();
        return type;
    }

    private InputType declared(Descriptor message) {
        return types.computeIfAbsent(message, unknown -> {
            InputType type = new InputType(unknown.getFullName(), unknown);
            incomplete.add(type);
            return type;
        });
    }

    /** One after the other, and not one within the other: messages may contain more of them than a stack holds. */
    private void completeAll() {
        while (!incomplete.isEmpty()) {
            InputType type = incomplete.remove();
            List<InputField> fields = new ArrayList<>();
            for (FieldDescriptor field : type.descriptor().getFields()) fields.add(field(field));
            type.complete(fields);
        }
    }

    private InputField field(FieldDescriptor field) {
        if (!field.isMapField()) {
            return new InputField.Value(field.getJsonName(), field, form(field), field.isRequired());
        }
        InputForm key = form(field.getMessageType().findFieldByNumber(1));
        InputForm value = form(field.getMessageType().findFieldByNumber(2));
        return new InputField.JsonMap(field.getJsonName(), field, key, value, false);
    }

    private InputForm form(FieldDescriptor field) {
        return switch (field.getType()) {
            case MESSAGE, GROUP -> formOf(field.getMessageType());
            case ENUM -> form(field.getEnumType());
            case BOOL -> new InputForm.OfScalar(Form.Scalar.BOOLEAN);
            case INT32, SINT32, SFIXED32 -> new InputForm.OfScalar(Form.Scalar.INT);
            case UINT32, FIXED32 -> new InputForm.OfScalar(Form.Scalar.UINT32);
            case INT64, SINT64, SFIXED64 -> new InputForm.OfScalar(Form.Scalar.INT64);
            case UINT64, FIXED64 -> new InputForm.OfScalar(Form.Scalar.UINT64);
            case FLOAT -> new InputForm.OfScalar(Form.Scalar.FLOAT);
            case DOUBLE -> new InputForm.OfScalar(Form.Scalar.DOUBLE);
            case STRING -> new InputForm.OfScalar(Form.Scalar.STRING);
            case BYTES -> new InputForm.OfScalar(Form.Scalar.BYTES);
        };
    }

    private static InputForm form(EnumDescriptor type) {
        if (type.getFullName().equals("google.protobuf.NullValue")) return new InputForm.OfScalar(Form.Scalar.JSON);
        Map<String, EnumValueDescriptor> values = new LinkedHashMap<>();
        for (EnumValueDescriptor value : type.getValues()) values.put(value.getName(), value);
        return new InputForm.OfEnum(new EnumShape(type.getFullName(), type, values, null));
    }
}
