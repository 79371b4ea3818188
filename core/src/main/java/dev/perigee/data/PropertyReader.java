package dev.perigee.data;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property of objects of any class, as a field does that nothing is declared for: a record component, a getter, a
 * public field, an entry of a Map, or what a {@link HasProperties} calls so. Immutable; safe to share between threads.
 */
public record PropertyReader(String name) {
    /** @throws RuntimeException if the object has no such property, or its getter fails */
    public @Nullable Object read(Object parent) {
        return of(parent.getClass()).apply(parent);
    }

    /** The same for objects of one class, found once; a {@link PrimitiveGetter} where the property is a primitive. */
    public Function<Object, @Nullable Object> of(Class<?> type) {
        return ClassProperties.of(type).property(name);
    }
}
