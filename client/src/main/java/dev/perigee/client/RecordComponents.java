package dev.perigee.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record by name, for an input object. One that is null is left out, so that the schema's default
 * holds; an empty Optional says null.
 */
final class RecordComponents {
    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            Map<String, MethodHandle> accessors = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                accessors.put(component.getName(), accessor(component.getAccessor()));
            }
            return accessors;
        }
    };

    private RecordComponents() {}

    static Map<String, @Nullable Object> of(Record value) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        ACCESSORS.get(value.getClass()).forEach((name, accessor) -> {
            Object component = read(accessor, value);
            if (component != null) components.put(name, component);
        });
        return components;
    }

    private static MethodHandle accessor(Method method) {
        try {
            method.setAccessible(true); // records are often nested in what is not public
            return MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(method + " can't be read", e);
        }
    }

    private static @Nullable Object read(MethodHandle accessor, Record value) {
        try {
            return accessor.invoke(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A component of " + value.getClass().getName() + " can't be read", e);
        }
    }
}
