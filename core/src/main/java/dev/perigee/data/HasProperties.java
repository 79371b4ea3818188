package dev.perigee.data;

import org.jspecify.annotations.Nullable;

/** An object that has its properties by name instead of getters: a row of a database, a message in bytes. */
public interface HasProperties {
    /**
     * The value of a property, as Java code knows it.
     *
     * @param name as the graph has it, also of one that clients don't see
     * @throws IllegalArgumentException if there is none of the name
     */
    @Nullable Object property(String name);
}
