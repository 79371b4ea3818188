package dev.perigee.grpc.gateway;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message that protobuf has printed, as a client of a graph gives it: in variables, or in the document. */
final class GivenInput {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private final Map<String, Object> fields;

    private GivenInput(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** An enum's value, which is a name in documents and text in variables. */
    private record EnumName(String name) {}

    /** A value of a scalar that takes any JSON, for which documents have no form. */
    private record Free(String type, Object value) {}

    static GivenInput of(JsonObject message, InputType type) {
        return new GivenInput(object(message, type));
    }

    Map<String, Object> variables() {
        return asMap(plain(fields));
    }

    /** Arguments, or the inside of an object, in the form of a document. */
    String literal(Map<String, String> variableTypes, Map<String, Object> variables) {
        String object = literal(fields, variableTypes, variables);
        return object.substring(1, object.length() - 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case EnumName(String name) -> name;
            case Free(String type, Object free) -> free;
            case List<?> items -> {
                List<Object> all = new ArrayList<>();
                for (Object item : items) all.add(plain(item));
                yield all;
            }
            case Map<?, ?> object -> {
                Map<String, Object> all = new LinkedHashMap<>();
                object.forEach((name, field) -> all.put((String) name, plain(field)));
                yield all;
            }
            default -> value;
        };
    }

    private static String literal(Object value, Map<String, String> types, Map<String, Object> variables) {
        return switch (value) {
            case null -> "null";
            case EnumName(String name) -> name;
            case Free(String type, Object free) -> {
                String name = "free" + variables.size();
                types.put(name, type);
                variables.put(name, free);
                yield "$" + name;
            }
            case List<?> items ->
                items.stream().map(item -> literal(item, types, variables)).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(field -> field.getKey() + ": " + literal(field.getValue(), types, variables))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> GSON.toJson(value);
        };
    }

    private static Map<String, Object> object(JsonObject message, InputType type) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (InputField field : type.fields()) {
            switch (field) {
                case InputField.Value value -> put(value, message, object);
                case InputField.Entries map -> {
                    JsonElement given = message.get(map.descriptor().getJsonName());
                    if (given != null) object.put(map.name(), entries(map, given.getAsJsonObject()));
                }
                case InputField.JsonMap map -> {
                    JsonElement given = message.get(map.descriptor().getJsonName());
                    if (given != null) object.put(map.name(), free("JSON", given));
                }
                case InputField.OneOf oneof -> {
                    Map<String, Object> member = new LinkedHashMap<>();
                    for (InputField.Value each : oneof.members().values()) put(each, message, member);
                    if (!member.isEmpty()) object.put(oneof.name(), member);
                }
            }
        }
        return object;
    }

    private static void put(InputField.Value field, JsonObject message, Map<String, Object> into) {
        FieldDescriptor descriptor = field.descriptor();
        JsonElement given = message.get(descriptor.getJsonName());
        if (given == null) return;
        if (!descriptor.isRepeated()) {
            into.put(field.name(), value(field.form(), given));
            return;
        }
        List<Object> items = new ArrayList<>();
        for (JsonElement item : given.getAsJsonArray()) items.add(value(field.form(), item));
        into.put(field.name(), items);
    }

    private static List<Object> entries(InputField.Entries map, JsonObject given) {
        List<Object> entries = new ArrayList<>();
        given.asMap().forEach((key, value) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            boolean isText = map.key() instanceof InputForm.OfScalar(Form.Scalar scalar) && isText(scalar);
            entry.put("key", isText ? key : GSON.fromJson(key, Object.class));
            entry.put("value", value(map.value(), value));
            entries.add(entry);
        });
        return entries;
    }

    private static boolean isText(Form.Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN, INT, UINT32 -> false;
            default -> true;
        };
    }

    private static Object value(InputForm form, JsonElement given) {
        return switch (form) {
            case InputForm.OfMessage(InputType type) -> object(given.getAsJsonObject(), type);
            case InputForm.OfEnum(EnumShape shape) -> enumName(shape, given.getAsString());
            case InputForm.Wrapped(InputForm inner) -> value(inner, given);
            case InputForm.OfScalar(Form.Scalar scalar) ->
                switch (scalar) {
                    case JSON, ANY -> free(scalar.typeName(), given);
                    case EMPTY -> true;
                    default -> plain((JsonPrimitive) given);
                };
        };
    }

    private static Object enumName(EnumShape shape, String protoName) {
        for (String name : shape.valueNames()) {
            if (shape.descriptor().findValueByName(protoName).equals(shape.value(name))) return new EnumName(name);
        }
        return null;
    }

    private static Free free(String type, JsonElement value) {
        return new Free(value.isJsonNull() ? type : type + "!", GSON.fromJson(value, Object.class));
    }

    private static Object plain(JsonPrimitive value) {
        return GSON.fromJson(value, Object.class);
    }
}
