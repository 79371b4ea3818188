package dev.perigee.language;

import java.util.List;

/**
 * A definition of a named type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Types">Types</a>
 */
public sealed interface TypeDefinition extends TypeSystemDefinition
        permits ScalarTypeDefinition,
                ObjectTypeDefinition,
                InterfaceTypeDefinition,
                UnionTypeDefinition,
                EnumTypeDefinition,
                InputObjectTypeDefinition {
    String name();

    List<Directive> directives();
}
