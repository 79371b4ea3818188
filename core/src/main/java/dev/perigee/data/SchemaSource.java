package dev.perigee.data;

import dev.perigee.schema.Schema;

/**
 * A source that finds in a schema what it stands behind: by names, or by what else the schema says. Asked once, when an
 * engine is built from the schema.
 */
@FunctionalInterface
public interface SchemaSource {
    /**
     * Declares bindings with {@link Wiring.Builder#sourced} and {@link Wiring.Builder#view}, and values of requests.
     *
     * @throws IllegalArgumentException if the schema asks for what the source doesn't have
     */
    void bind(Schema schema, Wiring.Builder wiring);
}
