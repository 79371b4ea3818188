package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A union of object types.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Unions">Unions</a>
 */
public record UnionTypeDefinition(
        @Nullable StringValue description,
        String name,
        List<Directive> directives,
        List<NamedType> types,
        Location location)
        implements TypeDefinition {
    public UnionTypeDefinition {
        directives = ExactList.copyOf(directives);
        types = ExactList.copyOf(types);
    }
}
