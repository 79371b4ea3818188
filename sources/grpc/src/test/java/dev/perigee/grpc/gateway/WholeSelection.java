package dev.perigee.grpc.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A selection of all that messages have, and what it makes of one that protobuf has printed. */
final class WholeSelection {
    private WholeSelection() {}

    /** Goes as deep as the messages do. */
    static String of(MessageType type, List<JsonObject> messages) {
        return type.fields().stream()
                .map(field -> field.name() + below(field, messages))
                .collect(Collectors.joining(" ", " { __typename ", " }"));
    }

    private static String below(MessageField field, List<JsonObject> messages) {
        return switch (field) {
            case MessageField.Single single
            when single.form() instanceof Form.OfMessage(MessageType type) ->
                below(type, objects(single.descriptor(), messages));
            case MessageField.Repeated repeated
            when repeated.item() instanceof Form.OfMessage(MessageType type) ->
                below(type, objects(repeated.descriptor(), messages));
            case MessageField.OneOf oneof -> {
                StringBuilder members = new StringBuilder(" { __typename");
                oneof.members()
                        .forEach((member, type) -> members.append(" ... on ")
                                .append(type.name())
                                .append(below(type, objects(member, messages))));
                yield members.append(" }").toString();
            }
            default -> "";
        };
    }

    private static String below(MessageType type, List<JsonObject> objects) {
        return objects.isEmpty() ? " { __typename }" : of(type, objects);
    }

    private static List<JsonObject> objects(FieldDescriptor field, List<JsonObject> messages) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonObject message : messages) {
            for (JsonElement item : items(field, message.get(field.getJsonName()))) objects.add(item.getAsJsonObject());
        }
        return objects;
    }

    /** Entries of maps are objects with key and value, as the graph has them. */
    private static List<JsonElement> items(FieldDescriptor field, JsonElement value) {
        if (value == null) return List.of();
        if (!field.isRepeated()) return List.of(value);
        if (!field.isMapField()) return value.getAsJsonArray().asList();
        List<JsonElement> entries = new ArrayList<>();
        value.getAsJsonObject().asMap().forEach((key, item) -> {
            JsonObject entry = new JsonObject();
            entry.add("key", key(field.getMessageType().findFieldByNumber(1), key));
            entry.add("value", item);
            entries.add(entry);
        });
        return entries;
    }

    private static JsonElement key(FieldDescriptor field, String key) {
        return switch (field.getJavaType()) {
            case INT, BOOLEAN -> JsonParser.parseString(key);
            default -> new JsonPrimitive(key);
        };
    }

    /** What a response has for a message. */
    static JsonObject expected(MessageType type, JsonObject message) {
        JsonObject object = new JsonObject();
        object.addProperty("__typename", type.name());
        for (MessageField field : type.fields()) object.add(field.name(), expected(field, message));
        return object;
    }

    private static JsonElement expected(MessageField field, JsonObject message) {
        return switch (field) {
            case MessageField.Single single -> {
                JsonElement value = message.get(single.descriptor().getJsonName());
                if (value == null && !single.hasDefault()) yield JsonNull.INSTANCE;
                yield value(single.form(), value == null ? absent(single) : value);
            }
            case MessageField.Repeated repeated -> {
                JsonArray list = new JsonArray();
                JsonElement value = message.get(repeated.descriptor().getJsonName());
                for (JsonElement item : items(repeated.descriptor(), value)) list.add(value(repeated.item(), item));
                yield list;
            }
            case MessageField.JsonMap map -> {
                JsonObject object = new JsonObject();
                JsonElement value = message.get(map.descriptor().getJsonName());
                if (value != null) {
                    value.getAsJsonObject().asMap().forEach((key, item) -> {
                        boolean isMessage = map.value() instanceof Form.OfMessage;
                        object.add(key, isMessage ? item : value(map.value(), item));
                    });
                }
                yield object;
            }
            case MessageField.OneOf oneof -> {
                for (var member : oneof.members().entrySet()) {
                    JsonElement value = message.get(member.getKey().getJsonName());
                    if (value != null) yield expected(member.getValue(), value.getAsJsonObject());
                }
                yield JsonNull.INSTANCE;
            }
            case MessageField.Nothing nothing -> JsonNull.INSTANCE;
        };
    }

    private static JsonElement value(Form form, JsonElement value) {
        if (value.isJsonNull()) return value;
        return switch (form) {
            case Form.OfMessage(MessageType type) -> expected(type, value.getAsJsonObject());
            case Form.OfEnum(EnumShape shape) -> {
                EnumValueDescriptor found = shape.descriptor().findValueByName(value.getAsString());
                String name = shape.nameOf(found.getNumber());
                yield name == null ? JsonNull.INSTANCE : new JsonPrimitive(name);
            }
            case Form.Wrapped(Form inner) -> value(inner, value);
            case Form.Scalar scalar ->
                switch (scalar) {
                    case EMPTY -> new JsonPrimitive(true);
                    case INT64_NUMBER, UINT64_NUMBER -> new JsonPrimitive(new BigInteger(value.getAsString()));
                    default -> value;
                };
        };
    }

    private static JsonElement absent(MessageField.Single single) {
        FieldDescriptor field = single.descriptor();
        return switch (field.getJavaType()) {
            case MESSAGE -> single.form() == Form.Scalar.JSON ? JsonNull.INSTANCE : new JsonObject();
            case ENUM ->
                single.form() == Form.Scalar.JSON
                        ? JsonNull.INSTANCE
                        : new JsonPrimitive(((EnumValueDescriptor) field.getDefaultValue()).getName());
            case LONG -> new JsonPrimitive(unsigned(field));
            case BYTE_STRING ->
                new JsonPrimitive(
                        Base64.getEncoder().encodeToString(((ByteString) field.getDefaultValue()).toByteArray()));
            case STRING -> new JsonPrimitive((String) field.getDefaultValue());
            case BOOLEAN -> new JsonPrimitive((Boolean) field.getDefaultValue());
            case FLOAT -> number(field.getDefaultValue().toString());
            case INT, DOUBLE -> number(field.getDefaultValue().toString());
        };
    }

    private static String unsigned(FieldDescriptor field) {
        long value = (Long) field.getDefaultValue();
        boolean isUnsigned = field.getType() == FieldDescriptor.Type.UINT64;
        return isUnsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static JsonElement number(String text) {
        return text.startsWith("Inf") ? new JsonPrimitive(text) : JsonParser.parseString(text);
    }
}
