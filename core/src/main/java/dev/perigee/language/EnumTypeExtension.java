package dev.perigee.language;

import java.util.List;

/**
 * What is added to an enum type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Enum-Extensions">Enum Extensions</a>
 */
public record EnumTypeExtension(
        String name, List<Directive> directives, List<EnumValueDefinition> values, Location location)
        implements TypeExtension {
    public EnumTypeExtension {
        directives = ExactList.copyOf(directives);
        values = ExactList.copyOf(values);
    }
}
