package dev.perigee.schema;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A type with selections: an object, interface or union.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Selection-Sets">Selection Sets</a>
 */
public sealed interface CompositeType extends DefinedType permits ImplementingType, UnionType {
    /** A field by name, null if there is none; a union has none. The meta fields ({@code __typename}) are not here. */
    @Nullable OutputField field(String name);

    /** The names of the fields in their order. */
    Collection<String> fieldNames();
}
