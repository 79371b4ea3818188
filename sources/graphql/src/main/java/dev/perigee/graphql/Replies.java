package dev.perigee.graphql;

import dev.perigee.schema.CoercionException;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Values of replies as the engine takes them: objects that know their type, lists, and leaves. */
record Replies(Remote remote) {
    /** @throws RuntimeException if an error stands there, or what is not of the type */
    @Nullable Object value(@Nullable Object json, Type type) {
        if (json == null) return null;
        if (json instanceof RuntimeException failure) throw failure;
        if (type.nullable() instanceof ListOf list) return items(json, list.type());
        return switch (type.named()) {
            case CompositeType composite -> object(json, composite);
            case ScalarType scalar when !scalar.isBuiltIn() -> coerced(json, scalar);
            default -> json;
        };
    }

    /** An item that has failed does not end the list: it is a future that has, which the engine reads as one. */
    private List<@Nullable Object> items(Object json, Type type) {
        if (!(json instanceof List<?> items)) throw UpstreamErrors.malformed();
        List<@Nullable Object> values = new ArrayList<>(items.size());
        for (Object item : items) {
            try {
                values.add(value(item, type));
            } catch (RuntimeException failure) {
                values.add(CompletableFuture.failedFuture(failure));
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked") // what JSON is read into has names as keys
    private RemoteObject object(Object json, CompositeType type) {
        if (!(json instanceof Map<?, ?> entries)) throw UpstreamErrors.malformed();
        String name = type instanceof ObjectType
                ? type.name()
                : remote.names().ofType(String.valueOf(entries.get("__typename")));
        return new RemoteObject(name, (Map<String, @Nullable Object>) entries);
    }

    private static @Nullable Object coerced(Object json, ScalarType scalar) {
        try {
            return scalar.coercion().coerceInput(json);
        } catch (CoercionException e) {
            throw UpstreamErrors.malformed();
        }
    }
}
