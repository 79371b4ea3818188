package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Objects">Input Objects</a>
 */
public record InputObjectTypeDefinition(
        @Nullable StringValue description,
        String name,
        List<Directive> directives,
        List<InputValueDefinition> fields,
        Location location)
        implements TypeDefinition {
    public InputObjectTypeDefinition {
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
