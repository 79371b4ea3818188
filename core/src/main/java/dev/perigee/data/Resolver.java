package dev.perigee.data;

/**
 * Maps a loaded value to the fields of a type: properties, computed fields, references to loaders. Declared once, it
 * serves wherever the type is reached, lists included. What no resolver names is read from the property, record
 * component or map key of the same name.
 *
 * @param <T> the Java class behind the GraphQL type
 */
@FunctionalInterface
public interface Resolver<T> {
    /** Declares the fields; called once, when the engine is built. */
    void map(Fields<T> fields);
}
