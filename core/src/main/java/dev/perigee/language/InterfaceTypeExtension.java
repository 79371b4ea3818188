package dev.perigee.language;

import java.util.List;

/**
 * What is added to an interface type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Interface-Extensions">Interface Extensions</a>
 */
public record InterfaceTypeExtension(
        String name,
        List<NamedType> interfaces,
        List<Directive> directives,
        List<FieldDefinition> fields,
        Location location)
        implements TypeExtension {
    public InterfaceTypeExtension {
        interfaces = ExactList.copyOf(interfaces);
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
