package dev.perigee.plan;

import dev.perigee.data.ClientException;
import dev.perigee.data.Typed;
import dev.perigee.data.Wiring;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ObjectType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object type of a value of an interface or union: as the wiring says, or as the value says by itself, or by
 * {@code __typename} of a map, or by the Java class: the one that the wiring names, or a type of the class's simple name. Thread-safe.
 *
 * @see <a href="https://spec.graphql.org/September2025/#ResolveAbstractType()">ResolveAbstractType</a>
 */
public final class TypeFinder {
    private final CompositeType type;
    private final Sight sight;
    private final Wiring wiring;
    private final @Nullable Function<Object, @Nullable String> declared;
    private final Map<Class<?>, ObjectType> byClass = new ConcurrentHashMap<>();

    TypeFinder(CompositeType type, Sight sight, Wiring wiring) {
        this.type = type;
        this.sight = sight;
        this.wiring = wiring;
        this.declared = wiring.typeResolver(type.name());
    }

    /**
     * The type of a value.
     *
     * @throws UnknownTypeException if the value is of no type that may stand here
     * @throws ClientException if it is of one that the caller does not see
     */
    public ObjectType find(Object value) {
        ObjectType found = typeOf(value);
        if (sight.sees(found)) return found;
        throw new ClientException("FORBIDDEN", "You may not see what stands here.");
    }

    private ObjectType typeOf(Object value) {
        if (declared != null) return possible(declared.apply(value), value);
        if (value instanceof Typed typed) return possible(typed.typeName(), value);
        if (value instanceof Map<?, ?> map) return possible(map.get("__typename"), value);
        ObjectType known = byClass.get(value.getClass());
        if (known != null) return known;
        ObjectType found = possible(nameOf(value.getClass()), value);
        byClass.put(value.getClass(), found);
        return found;
    }

    private ObjectType possible(@Nullable Object name, Object value) {
        if (name instanceof String typeName
                && sight.schema().type(typeName) instanceof ObjectType object
                && sight.schema().isPossibleType(type, object)) {
            return object;
        }
        throw new UnknownTypeException(type, name, value);
    }

    /** The name that is declared for the class or, nearest first, what it extends and implements; or else its own. */
    private String nameOf(Class<?> javaClass) {
        for (Class<?> c = javaClass; c != null && c != Object.class; c = c.getSuperclass()) {
            String name = declaredFor(c);
            if (name != null) return name;
        }
        for (Class<?> c = javaClass; c != null && c != Object.class; c = c.getSuperclass()) {
            if (isPossible(c.getSimpleName())) return c.getSimpleName();
        }
        return javaClass.getSimpleName();
    }

    private @Nullable String declaredFor(Class<?> javaClass) {
        String name = wiring.typeName(javaClass);
        if (name != null && isPossible(name)) return name;
        for (Class<?> implemented : javaClass.getInterfaces()) {
            String inherited = declaredFor(implemented);
            if (inherited != null) return inherited;
        }
        return null;
    }

    private boolean isPossible(String name) {
        return sight.schema().type(name) instanceof ObjectType object
                && sight.schema().isPossibleType(type, object);
    }

    /** A value that is of no type which may stand where it stands. */
    public static final class UnknownTypeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownTypeException(CompositeType type, @Nullable Object name, Object value) {
            super("A value of " + type.name() + " must be one of its object types, but "
                    + (name == null
                            ? "a " + value.getClass().getSimpleName() + " does not tell its type"
                            : "\"" + name + "\" is not one")
                    + ".");
        }
    }
}
