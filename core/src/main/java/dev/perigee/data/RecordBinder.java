package dev.perigee.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes records from coerced input: each component takes the entry of its name. Constructors are looked up once a class. */
final class RecordBinder {
    private static final ClassValue<RecordBinder> BINDERS = new ClassValue<>() {
        @Override
        protected RecordBinder computeValue(Class<?> type) {
            return new RecordBinder(type);
        }
    };

    private final Class<?> type;
    private final RecordComponent[] components;
    private final MethodHandle constructor;

    private RecordBinder(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            this.constructor =
                    MethodHandles.lookup().unreflectConstructor(canonical).asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The constructor of " + type.getName() + " can't be called", e);
        }
    }

    static <T> T bind(Map<?, ?> values, Class<T> type) {
        return type.cast(BINDERS.get(type).make(values));
    }

    private Object make(Map<?, ?> values) {
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            arguments[i] = convert(values.get(component.getName()), component.getGenericType(), component.getName());
        }
        try {
            return constructor.invoke(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("Can't make " + type.getSimpleName(), e);
        }
    }

    private static @Nullable Object convert(@Nullable Object value, Type target, String name) {
        if (target instanceof ParameterizedType generic) {
            Type item = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) return Optional.ofNullable(convert(value, item, name));
            if (generic.getRawType() == List.class && value instanceof List<?> list)
                return convertAll(list, item, name);
            return convert(value, generic.getRawType(), name);
        }
        if (!(target instanceof Class<?> type)) return value;
        if (value == null) {
            if (type.isPrimitive())
                throw new IllegalArgumentException("Component " + name + " is primitive, but the input has no value");
            return null;
        }
        return convertTo(type, value, name);
    }

    private static List<@Nullable Object> convertAll(List<?> values, Type item, String name) {
        List<@Nullable Object> converted = new ArrayList<>(values.size());
        for (Object value : values) converted.add(convert(value, item, name));
        return converted;
    }

    private static Object convertTo(Class<?> type, Object value, String name) {
        if (type.isRecord() && value instanceof Map<?, ?> map) return bind(map, type);
        if (type.isEnum() && value instanceof String constant) return enumConstant(type, constant);
        if (value instanceof Number number) {
            if (type == long.class || type == Long.class) return number.longValue();
            if (type == double.class || type == Double.class) return number.doubleValue();
        }
        if (value instanceof String id && (type == long.class || type == Long.class)) return numericId(id, name);
        return value;
    }

    private static Object enumConstant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) return constant;
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no constant " + name);
    }

    private static long numericId(String id, String name) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new ClientException("BAD_USER_INPUT", "\"" + name + "\" is not a numeric id: \"" + id + "\".");
        }
    }
}
