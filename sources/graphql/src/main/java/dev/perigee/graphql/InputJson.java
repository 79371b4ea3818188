package dev.perigee.graphql;

import dev.perigee.data.ClientException;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of input types as JSON has them. */
final class InputJson {
    private InputJson() {}

    /** A coerced value back in the form in which it came. */
    static @Nullable Object of(@Nullable Object value, Type type) {
        if (value == null) return null;
        if (type.nullable() instanceof ListOf list) return items(value, list.type());
        return switch (type.named()) {
            case EnumType names -> nameOf(value, names);
            case InputObjectType object when value instanceof Map<?, ?> entries -> object(entries, object);
            case ScalarType scalar when !scalar.isBuiltIn() -> scalar.coercion().coerceResult(value);
            default -> value;
        };
    }

    private static List<@Nullable Object> items(Object value, Type type) {
        List<@Nullable Object> json = new ArrayList<>();
        if (value instanceof List<?> items) items.forEach(item -> json.add(of(item, type)));
        else json.add(of(value, type));
        return json;
    }

    private static Object nameOf(Object value, EnumType names) {
        EnumMember member = names.valueOf(value);
        return member == null ? value : member.name();
    }

    private static Object object(Map<?, ?> entries, InputObjectType type) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            InputValue field = type.field(String.valueOf(name));
            json.put(String.valueOf(name), field == null ? value : of(value, field.type()));
        });
        return json;
    }

    /**
     * A value of another source's object, as an argument takes it: keys of one server are often numbers where they are texts
     * to another.
     *
     * @throws ClientException if it is none of the type
     */
    static Object ofProperty(Object value, Type type, String property) {
        if (type.nullable() instanceof ListOf list && value instanceof Iterable<?> items) {
            List<Object> json = new ArrayList<>();
            for (Object item : items) if (item != null) json.add(ofProperty(item, list.type(), property));
            return json;
        }
        return switch (type.named().name()) {
            case "Int" -> number(value, property);
            case "Float", "Boolean" -> value;
            default -> isJson(value) && !(type.named().name().matches("ID|String")) ? value : textOf(value);
        };
    }

    /** What tells keys apart, whatever form either side has for them. */
    static String textOf(Object key) {
        return key instanceof Enum<?> constant ? constant.name() : key.toString();
    }

    private static boolean isJson(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Map;
    }

    private static Object number(Object value, String property) {
        try {
            return Integer.valueOf(textOf(value));
        } catch (NumberFormatException e) {
            throw new ClientException("INVALID_KEY", "The value of \"" + property + "\" is no Int.");
        }
    }
}
