package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object or interface type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#FieldDefinition">Objects</a>
 */
public record FieldDefinition(
        @Nullable StringValue description,
        String name,
        List<InputValueDefinition> arguments,
        TypeReference type,
        List<Directive> directives,
        Location location)
        implements Node {
    public FieldDefinition {
        arguments = ExactList.copyOf(arguments);
        directives = ExactList.copyOf(directives);
    }
}
