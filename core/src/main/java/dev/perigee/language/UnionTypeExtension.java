package dev.perigee.language;

import java.util.List;

/**
 * What is added to a union type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Union-Extensions">Union Extensions</a>
 */
public record UnionTypeExtension(String name, List<Directive> directives, List<NamedType> types, Location location)
        implements TypeExtension {
    public UnionTypeExtension {
        directives = ExactList.copyOf(directives);
        types = ExactList.copyOf(types);
    }
}
