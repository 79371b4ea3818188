package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive that documents may use at the named locations.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System.Directives">Directives</a>
 */
public record DirectiveDefinition(
        @Nullable StringValue description,
        String name,
        List<InputValueDefinition> arguments,
        boolean repeatable,
        List<Name> locations,
        Location location)
        implements TypeSystemDefinition {
    public DirectiveDefinition {
        arguments = ExactList.copyOf(arguments);
        locations = ExactList.copyOf(locations);
    }
}
