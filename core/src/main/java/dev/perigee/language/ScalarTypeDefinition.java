package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom scalar.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars</a>
 */
public record ScalarTypeDefinition(
        @Nullable StringValue description, String name, List<Directive> directives, Location location)
        implements TypeDefinition {
    public ScalarTypeDefinition {
        directives = ExactList.copyOf(directives);
    }
}
