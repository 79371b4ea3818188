package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects">Objects</a>
 */
public record ObjectTypeDefinition(
        @Nullable StringValue description,
        String name,
        List<NamedType> interfaces,
        List<Directive> directives,
        List<FieldDefinition> fields,
        Location location)
        implements TypeDefinition {
    public ObjectTypeDefinition {
        interfaces = ExactList.copyOf(interfaces);
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
