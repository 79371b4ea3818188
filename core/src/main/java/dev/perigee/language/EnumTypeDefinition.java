package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Enums">Enums</a>
 */
public record EnumTypeDefinition(
        @Nullable StringValue description,
        String name,
        List<Directive> directives,
        List<EnumValueDefinition> values,
        Location location)
        implements TypeDefinition {
    public EnumTypeDefinition {
        directives = ExactList.copyOf(directives);
        values = ExactList.copyOf(values);
    }
}
