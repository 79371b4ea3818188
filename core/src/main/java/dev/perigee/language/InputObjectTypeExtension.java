package dev.perigee.language;

import java.util.List;

/**
 * What is added to an input object type that is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Object-Extensions">Input Object Extensions</a>
 */
public record InputObjectTypeExtension(
        String name, List<Directive> directives, List<InputValueDefinition> fields, Location location)
        implements TypeExtension {
    public InputObjectTypeExtension {
        directives = ExactList.copyOf(directives);
        fields = ExactList.copyOf(fields);
    }
}
