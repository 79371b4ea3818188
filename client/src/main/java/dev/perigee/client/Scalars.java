package dev.perigee.client;

import dev.perigee.schema.Coercion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The custom scalars that a client was given. Immutable.
 *
 * @param byName for values that are sent
 * @param byClass for values that are read, as far as it is known what Java has for them
 */
record Scalars(Map<String, Coercion> byName, Map<Class<?>, Coercion> byClass) {
    static final Scalars NONE = new Scalars(Map.of(), Map.of());

    Scalars {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
    }

    @Nullable Coercion named(String scalar) {
        return byName.get(scalar);
    }

    Scalars with(String name, Coercion coercion) {
        Map<String, Coercion> more = new LinkedHashMap<>(byName);
        more.put(name, coercion);
        return new Scalars(more, byClass);
    }

    Scalars with(Class<?> type, Coercion coercion) {
        Map<Class<?>, Coercion> more = new LinkedHashMap<>(byClass);
        more.put(type, coercion);
        return new Scalars(byName, more);
    }
}
