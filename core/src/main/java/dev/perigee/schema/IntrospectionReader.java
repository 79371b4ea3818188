package dev.perigee.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of an introspection type. The parents are the schema's own objects: the {@link Schema}, a
 * {@link Type}, an {@link OutputField}, an {@link InputValue}, an {@link EnumMember} or a {@link DirectiveType}. An enum
 * is read as the name of its value, a list as a List.
 */
@FunctionalInterface
public interface IntrospectionReader {
    /**
     * The value of the field.
     *
     * @param parent ignored by {@code __schema} and {@code __type}, which belong to the query type
     * @param arguments the coerced arguments, defaults applied
     */
    @Nullable Object read(Object parent, Map<String, ? extends @Nullable Object> arguments);
}
