package dev.perigee.language;

import java.util.List;

/**
 * What is added to an object type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Object-Extensions">Object Extensions</a>
 */
public record ObjectTypeExtension(
        String name,
        List<NamedType> interfaces,
        List<Directive> directives,
        List<FieldDefinition> fields,
        Location location)
        implements TypeExtension {
    public ObjectTypeExtension {
        interfaces = ExactList.copyOf(interfaces);
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
