package dev.perigee.graphql;

import dev.perigee.data.HasProperties;
import dev.perigee.data.Typed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a reply. A value that failed is the {@link Throwable} that stands in its place.
 *
 * @param typeName in the graph
 * @param entries by {@link ResponseKeys}
 */
record RemoteObject(String typeName, Map<String, @Nullable Object> entries) implements HasProperties, Typed {
    @Override
    public @Nullable Object property(String name) {
        String need = ResponseKeys.ofNeed(typeName, name);
        if (entries.containsKey(need)) return orThrow(entries.get(need));
        if (entries.containsKey(name)) return orThrow(entries.get(name));
        throw new IllegalArgumentException("The server was not asked for \"" + name + "\" of " + typeName
                + ". Say with GraphqlServer.needs which fields read it.");
    }

    private static @Nullable Object orThrow(@Nullable Object value) {
        if (value instanceof RuntimeException failure) throw failure;
        return value;
    }
}
