package dev.perigee.language;

import java.util.List;

/**
 * What is added to a scalar type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalar-Extensions">Scalar Extensions</a>
 */
public record ScalarTypeExtension(String name, List<Directive> directives, Location location) implements TypeExtension {
    public ScalarTypeExtension {
        directives = ExactList.copyOf(directives);
    }
}
