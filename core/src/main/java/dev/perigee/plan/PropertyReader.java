package dev.perigee.plan;

import org.jspecify.annotations.Nullable;

/**
 * Reads a property of objects of any class, as a field does that nothing is declared for: a record component, a getter, a
 * public field, an entry of a Map, or what a {@link dev.perigee.data.HasProperties} calls so. Immutable; safe to share
 * between threads.
 */
public record PropertyReader(String name) {
    /** @throws RuntimeException if the object has no such property, or its getter fails */
    public @Nullable Object read(Object parent) {
        return ClassProperties.of(parent.getClass()).property(name).apply(parent);
    }
}
