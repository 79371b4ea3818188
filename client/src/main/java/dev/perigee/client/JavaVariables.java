package dev.perigee.client;

import dev.perigee.language.ListType;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.TypeReference;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of variables as JSON has them, of the Java values that users give. By the types of the schema where there is
 * one, and by the look of the values where there is none. Of one operation; it knows where in its values it is.
 */
final class JavaVariables {
    private static final int DEEPEST = 500;

    private final @Nullable Schema schema;
    private final Scalars scalars;
    private final List<Object> path = new ArrayList<>();

    JavaVariables(@Nullable Schema schema, Scalars scalars) {
        this.schema = schema;
        this.scalars = scalars;
    }

    /** @throws CoercionException if there is no JSON for it; {@link #path} says where */
    @Nullable Object json(@Nullable Object value, @Nullable VariableDefinition definition) {
        if (definition == null) return byLook(value, null);
        Type type = schema == null ? null : schema.type(definition.type());
        return type == null ? byLook(value, scalars.named(nameIn(definition.type()))) : byType(value, type);
    }

    /** Where the last value was not to be had: {@code .tags[2]}, empty for the value itself. */
    String path() {
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof String name) text.append('.').append(name);
            else text.append('[').append(step).append(']');
        }
        return text.toString();
    }

    private @Nullable Object byType(@Nullable Object given, Type type) {
        Object value = unwrapped(given);
        if (value == null) return null;
        return switch (type) {
            case NonNull nonNull -> byType(value, nonNull.type());
            case ListOf list -> items(value, list.type());
            case InputObjectType object -> object(value, object);
            case ScalarType scalar -> scalar(value, scalar);
            case EnumType names -> byLook(value, null);
            case CompositeType composite -> byLook(value, null); // which the check of variables refuses
        };
    }

    private @Nullable Object items(Object value, Type type) {
        List<?> items = listOf(value);
        if (items == null) return byType(value, type); // a list of one may be written without its brackets
        List<@Nullable Object> json = new ArrayList<>(items.size());
        for (Object item : items) {
            enter(json.size());
            json.add(byType(item, type));
            path.removeLast();
        }
        return json;
    }

    private Object object(Object value, InputObjectType type) {
        if (!(value instanceof Map<?, ?>) && !(value instanceof Record)) return value;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        entries(value).forEach((name, member) -> {
            enter(name);
            InputValue field = type.field(name);
            json.put(name, field == null ? byLook(member, null) : byType(member, field.type()));
            path.removeLast();
        });
        return json;
    }

    private @Nullable Object scalar(Object value, ScalarType scalar) {
        Coercion given = scalars.named(scalar.name());
        return byLook(value, given == null && !scalar.isBuiltIn() ? scalar.coercion() : given);
    }

    /** @param coercion of the scalar that it is, or that is in it; null where none is known */
    private @Nullable Object byLook(@Nullable Object given, @Nullable Coercion coercion) {
        Object value = unwrapped(given);
        if (value == null) return null;
        Object written = coercion == null ? null : written(value, coercion);
        if (written != null) return written;
        List<?> items = listOf(value);
        if (items != null) return itemsByLook(items, coercion);
        if (value instanceof Map<?, ?> || value instanceof Record) return objectByLook(value);
        return JavaText.json(value);
    }

    /** What is JSON already is left to the check of variables, if the scalar does not know it as a Java value. */
    private static @Nullable Object written(Object value, Coercion coercion) {
        try {
            return coercion.coerceResult(value);
        } catch (CoercionException e) {
            if (JavaText.isJson(value)) return null;
            throw e;
        }
    }

    private List<@Nullable Object> itemsByLook(List<?> items, @Nullable Coercion coercion) {
        List<@Nullable Object> json = new ArrayList<>(items.size());
        for (Object item : items) {
            enter(json.size());
            json.add(byLook(item, coercion));
            path.removeLast();
        }
        return json;
    }

    private Map<String, @Nullable Object> objectByLook(Object value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        entries(value).forEach((name, member) -> {
            enter(name);
            json.put(name, byLook(member, null));
            path.removeLast();
        });
        return json;
    }

    private void enter(Object step) {
        path.add(step);
        if (path.size() > DEEPEST) {
            path.clear();
            throw new CoercionException("It is nested more than " + DEEPEST + " levels deep.");
        }
    }

    private static Map<String, @Nullable Object> entries(Object value) {
        if (value instanceof Record components) return RecordComponents.of(components);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, member) -> entries.put(String.valueOf(name), member));
        return entries;
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static @Nullable List<?> listOf(Object value) {
        if (value instanceof List<?> list) return list;
        if (value instanceof Object[] array) return Arrays.asList(array);
        if (!(value instanceof Iterable<?> items) || value instanceof java.nio.file.Path) return null;
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    private static String nameIn(TypeReference type) {
        return switch (type) {
            case NamedType named -> named.name();
            case ListType list -> nameIn(list.type());
            case NonNullType nonNull -> nameIn(nonNull.type());
        };
    }
}
