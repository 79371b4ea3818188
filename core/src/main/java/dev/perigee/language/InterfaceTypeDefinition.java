package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Interfaces">Interfaces</a>
 */
public record InterfaceTypeDefinition(
        @Nullable StringValue description,
        String name,
        List<NamedType> interfaces,
        List<Directive> directives,
        List<FieldDefinition> fields,
        Location location)
        implements TypeDefinition {
    public InterfaceTypeDefinition {
        interfaces = ExactList.copyOf(interfaces);
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
