package dev.perigee.grpc.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Sink2;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.testing.wire.Square;
import dev.perigee.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What protobuf's own parser and printer make of a message, in the shape of a selection. */
final class Expected {
    static final JsonFormat.TypeRegistry REGISTRY = JsonFormat.TypeRegistry.newBuilder()
            .add(Square.getDescriptor())
            .add(Sink3.getDescriptor())
            .add(Sink2.getDescriptor())
            .add(Sink2023.getDescriptor())
            .build();

    private Expected() {}

    static JsonObject proto(Message message) throws InvalidProtocolBufferException {
        String json = JsonFormat.printer().usingTypeRegistry(REGISTRY).print(message);
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static JsonObject of(Message message, Selection<String> selection) throws InvalidProtocolBufferException {
        return object(proto(message), selection);
    }

    private static JsonObject object(JsonObject proto, Selection<String> selection) {
        JsonObject object = new JsonObject();
        for (var selected : selection.fields()) {
            MessageField field = selected.field();
            object.add(
                    selected.responseName(),
                    field == null
                            ? new JsonPrimitive(selection.type().name())
                            : value(proto, field, selected.below(), isEntry(selection.type())));
        }
        return object;
    }

    private static boolean isEntry(MessageType type) {
        return type.descriptor().getOptions().getMapEntry();
    }

    private static JsonElement value(
            JsonObject proto, MessageField field, Map<MessageType, Selection<String>> below, boolean isEntry) {
        return switch (field) {
            case MessageField.Single single -> {
                JsonElement value = proto.get(single.descriptor().getJsonName());
                if (value == null) value = single.hasDefault() || isEntry ? absent(single) : JsonNull.INSTANCE;
                yield item(value, single.form(), below);
            }
            case MessageField.Repeated repeated -> list(proto, repeated, below);
            case MessageField.OneOf oneof -> {
                for (var member : oneof.members().entrySet()) {
                    JsonElement value = proto.get(member.getKey().getJsonName());
                    if (value != null) yield object(value.getAsJsonObject(), below.get(member.getValue()));
                }
                yield JsonNull.INSTANCE;
            }
            case MessageField.JsonMap map -> proto.get(map.descriptor().getJsonName());
            case MessageField.Nothing nothing -> JsonNull.INSTANCE;
        };
    }

    private static JsonElement item(JsonElement value, Form form, Map<MessageType, Selection<String>> below) {
        if (value.isJsonNull()) return value;
        if (form instanceof Form.OfMessage(var type)) return object(value.getAsJsonObject(), below.get(type));
        return form == Form.Scalar.EMPTY ? new JsonPrimitive(true) : value;
    }

    private static JsonElement list(
            JsonObject proto, MessageField.Repeated repeated, Map<MessageType, Selection<String>> below) {
        JsonArray list = new JsonArray();
        JsonElement values = proto.get(repeated.descriptor().getJsonName());
        if (values == null) return list;
        if (repeated.descriptor().isMapField()) {
            FieldDescriptor key = repeated.descriptor().getMessageType().findFieldByNumber(1);
            values.getAsJsonObject().asMap().forEach((name, value) -> {
                JsonObject entry = new JsonObject();
                entry.add("key", key(name, key));
                entry.add("value", value);
                list.add(item(entry, repeated.item(), below));
            });
        } else {
            for (JsonElement value : values.getAsJsonArray()) list.add(item(value, repeated.item(), below));
        }
        return list;
    }

    private static JsonElement key(String name, FieldDescriptor key) {
        return switch (key.getJavaType()) {
            case INT, BOOLEAN -> JsonParser.parseString(name);
            default -> new JsonPrimitive(name);
        };
    }

    private static JsonElement absent(MessageField.Single single) {
        FieldDescriptor field = single.descriptor();
        return switch (field.getJavaType()) {
            case MESSAGE -> new JsonObject();
            case ENUM ->
                new JsonPrimitive(
                        ((com.google.protobuf.Descriptors.EnumValueDescriptor) field.getDefaultValue()).getName());
            case LONG -> new JsonPrimitive(field.getDefaultValue().toString());
            case BYTE_STRING -> {
                byte[] bytes = ((com.google.protobuf.ByteString) field.getDefaultValue()).toByteArray();
                JsonWriter json = new JsonWriter();
                json.writeBase64(bytes, 0, bytes.length);
                yield JsonParser.parseString(new String(json.toByteArray(), StandardCharsets.UTF_8));
            }
            case STRING -> new JsonPrimitive((String) field.getDefaultValue());
            case BOOLEAN -> new JsonPrimitive((Boolean) field.getDefaultValue());
            case INT, FLOAT, DOUBLE -> new JsonPrimitive((Number) field.getDefaultValue());
        };
    }
}
