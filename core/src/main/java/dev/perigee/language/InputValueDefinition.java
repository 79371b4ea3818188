package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument, or a field of an input object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#InputValueDefinition">Field Arguments</a>
 */
public record InputValueDefinition(
        @Nullable StringValue description,
        String name,
        TypeReference type,
        @Nullable Value defaultValue,
        List<Directive> directives,
        Location location)
        implements Node {
    public InputValueDefinition {
        directives = ExactList.copyOf(directives);
    }
}
