package dev.perigee.data;

import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * A source that finds in a schema what it stands behind: by names, or by what else the schema says. Asked once, when an
 * engine is built from the schema.
 */
@FunctionalInterface
public interface SchemaSource {
    /** The SDL that the source brings along; what people write on top of it goes first. None unless it says so. */
    default List<Source> sdl() {
        return List.of();
    }

    /** Definitions of directives that it knows: they belong to a schema that uses them. None unless it says so. */
    default List<Source> directives() {
        return List.of();
    }

    /** The scalars that its fields may have, with how their values come in and go out. None unless it says so. */
    default Map<String, Coercion> coercions() {
        return Map.of();
    }

    /**
     * Declares bindings with {@link Wiring.Builder#sourced} and {@link Wiring.Builder#view}, and values of requests.
     *
     * @throws IllegalArgumentException if the schema asks for what the source doesn't have
     */
    void bind(Schema schema, Wiring.Builder wiring);
}
