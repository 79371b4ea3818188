package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments that a message was made of, as the engine coerces them. */
final class CoercedValues {
    private CoercedValues() {}

    static Map<String, Object> of(Message message, InputType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InputField field : type.fields()) {
            switch (field) {
                case InputField.Value value -> put(value, message, values);
                case InputField.Entries map -> putEntries(map, message, values);
                case InputField.JsonMap map -> throw new AssertionError("No graph has both forms of maps: " + map);
                case InputField.OneOf oneOf -> {
                    Map<String, Object> member = new HashMap<>();
                    for (InputField.Value each : oneOf.members().values()) put(each, message, member);
                    if (!member.isEmpty()) values.put(oneOf.name(), member);
                }
            }
        }
        return values;
    }

    private static void put(InputField.Value field, Message message, Map<String, Object> into) {
        FieldDescriptor descriptor = field.descriptor();
        if (!message.getAllFields().containsKey(descriptor)) return;
        Object given = message.getField(descriptor);
        if (!descriptor.isRepeated()) {
            into.put(field.name(), value(descriptor, field.form(), given));
            return;
        }
        List<Object> items = new ArrayList<>();
        for (Object item : (List<?>) given) items.add(value(descriptor, field.form(), item));
        into.put(field.name(), items);
    }

    private static void putEntries(InputField.Entries field, Message message, Map<String, Object> into) {
        List<Object> entries = new ArrayList<>();
        FieldDescriptor key = field.descriptor().getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.descriptor().getMessageType().findFieldByNumber(2);
        for (Object each : (List<?>) message.getField(field.descriptor())) {
            Message entry = (Message) each;
            entries.add(Map.of(
                    "key", value(key, field.key(), entry.getField(key)),
                    "value", value(value, field.value(), entry.getField(value))));
        }
        if (!entries.isEmpty()) into.put(field.name(), entries);
    }

    private static Object value(FieldDescriptor field, InputForm form, Object given) {
        return switch (form) {
            case InputForm.OfMessage of -> of((Message) given, of.type());
            case InputForm.OfEnum of -> enumValue((EnumValueDescriptor) given);
            case InputForm.Wrapped wrapped -> {
                FieldDescriptor inner = field.getMessageType().findFieldByNumber(1);
                yield value(inner, wrapped.value(), ((Message) given).getField(inner));
            }
            case InputForm.OfScalar scalar -> scalar(field, given);
        };
    }

    /** Open enums have numbers without a name, which no client can give, but Java code can. */
    private static Object enumValue(EnumValueDescriptor value) {
        boolean isKnown = value.getType().findValueByNumber(value.getNumber()) != null;
        return isKnown ? value.getName() : value.getNumber();
    }

    private static Object scalar(FieldDescriptor field, Object given) {
        return switch (field.getType()) {
            case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) given);
            case UINT64, FIXED64 -> new BigInteger(Long.toUnsignedString((Long) given));
            case FLOAT -> Double.valueOf(given.toString());
            case MESSAGE -> wellKnown((Message) given);
            case ENUM -> null;
            default -> given;
        };
    }

    private static Object wellKnown(Message message) {
        return switch (message.getDescriptorForType().getFullName()) {
            case "google.protobuf.Timestamp" -> {
                Timestamp time = (Timestamp) message;
                yield Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
            }
            case "google.protobuf.Duration" -> {
                Duration length = (Duration) message;
                yield java.time.Duration.ofSeconds(length.getSeconds(), length.getNanos());
            }
            case "google.protobuf.FieldMask" -> (FieldMask) message;
            case "google.protobuf.Struct" -> PlainJson.of((Struct) message);
            case "google.protobuf.ListValue" -> PlainJson.of((ListValue) message);
            case "google.protobuf.Value" -> PlainJson.of((Value) message);
            case "google.protobuf.Empty" -> true;
            case "google.protobuf.Any" -> GrpcScalars.ANY.coerceResult(message);
            default -> throw new AssertionError(message);
        };
    }
}
