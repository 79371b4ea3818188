package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A type with selections: an object, interface or union.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Selection-Sets">Selection Sets</a>
 */
public abstract sealed class CompositeType extends DefinedType permits ImplementingType, UnionType {
    CompositeType(String name, @Nullable String description, Location location) {
        super(name, description, location);
    }

    /** A field by name, null if there is none; a union has none. The meta fields ({@code __typename}) are not here. */
    public abstract @Nullable OutputField field(String name);

    /** The names of the fields in their order. */
    public abstract Collection<String> fieldNames();
}
