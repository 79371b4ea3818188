package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Coerces a value as JSON has it. The outcome means nothing if there are problems. */
final class ValueCoercion {
    private final InputProblems problems;
    private final Location location;

    ValueCoercion(InputProblems problems, Location location) {
        this.problems = problems;
        this.location = location;
    }

    @Nullable Object coerce(@Nullable Object value, Type type) {
        if (type instanceof NonNull nonNull) {
            if (value != null) return coerceGiven(value, nonNull.type());
            problems.add(InputMessages.notNull(type), location);
            return null;
        }
        return value == null ? null : coerceGiven(value, type);
    }

    private @Nullable Object coerceGiven(Object value, Type type) {
        return switch (type) {
            case ScalarType scalar -> coerceScalar(value, scalar);
            case EnumType enumType -> coerceEnum(value, enumType);
            case InputObjectType object -> coerceObject(value, object);
            case ListOf list -> coerceList(value, list);
            case NonNull nonNull -> throw new IllegalArgumentException(type + " in non-null");
            case CompositeType composite -> throw new IllegalArgumentException(type + " is not an input type.");
        };
    }

    private @Nullable Object coerceScalar(Object value, ScalarType scalar) {
        try {
            return scalar.coercion().coerceInput(value);
        } catch (CoercionException exception) {
            problems.add(exception.getMessage(), location);
            return null;
        }
    }

    private @Nullable Object coerceEnum(Object value, EnumType type) {
        if (!(value instanceof String name)) {
            problems.add(InputMessages.notEnum(type, Shown.value(value)), location);
            return null;
        }
        EnumMember member = type.value(name);
        if (member != null) return member.value();
        problems.add(InputMessages.unknownEnumValue(type, name, problems), location);
        return null;
    }

    private List<@Nullable Object> coerceList(Object value, ListOf type) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        boolean wrapped = items != value;
        List<@Nullable Object> coerced = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (wrapped) {
                coerced.add(coerce(items.get(i), type.type()));
                continue;
            }
            if (problems.enter(i, location)) coerced.add(coerce(items.get(i), type.type()));
            problems.leave();
        }
        return Collections.unmodifiableList(coerced);
    }

    private @Nullable Object coerceObject(Object value, InputObjectType type) {
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(InputMessages.notObject(type, Shown.value(value)), location);
            return null;
        }
        Map<String, @Nullable Object> coerced =
                LinkedHashMap.newLinkedHashMap(type.fields().size());
        int known = 0;
        for (InputValue field : type.fields()) {
            if (map.containsKey(field.name())) {
                known++;
                if (problems.enter(field.name(), location)) {
                    coerced.put(field.name(), coerce(map.get(field.name()), field.type()));
                }
                problems.leave();
            } else {
                coerceAbsent(field, coerced);
            }
        }
        if (known < map.size()) rejectUnknownFields(map, type);
        if (type.isOneOf()) checkOneOf(map, type);
        return Collections.unmodifiableMap(coerced);
    }

    private void coerceAbsent(InputValue field, Map<String, @Nullable Object> coerced) {
        if (field.defaultValue() != null) coerced.put(field.name(), field.coercedDefault());
        else if (field.isRequired()) problems.add(InputMessages.required(field), location);
    }

    private void rejectUnknownFields(Map<?, ?> map, InputObjectType type) {
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (type.field(name) == null) problems.add(InputMessages.unknownField(type, name, problems), location);
        }
    }

    private void checkOneOf(Map<?, ?> map, InputObjectType type) {
        if (map.size() != 1) problems.add(InputMessages.notOneField(type), location);
        else if (map.values().stream().anyMatch(Objects::isNull)) problems.add(InputMessages.nullOneOf(type), location);
    }
}
