package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with a name and a definition. Belongs to one schema (built-in types to all), is immutable, and is the same as
 * another only if it is the same object.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Types">Types</a>
 */
public sealed interface DefinedType extends Type permits ScalarType, EnumType, InputObjectType, CompositeType {
    String name();

    @Override
    default DefinedType named() {
        return this;
    }

    @Nullable String description();

    /** The directives on the definition and its extensions, in their order. */
    List<AppliedDirective> appliedDirectives();

    /** Where the definition starts, after its description; {@link Location#NONE} if it stands in no source. */
    Location location();

    /** Whether every schema has it without defining it: the five scalars, and the types of introspection. */
    default boolean isBuiltIn() {
        return name().startsWith("__") || (this instanceof ScalarType scalar && BuiltInScalars.isBuiltIn(scalar));
    }
}
