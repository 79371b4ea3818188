package dev.perigee.language;

/**
 * An extension of a named type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-Extensions">Type Extensions</a>
 */
public sealed interface TypeExtension extends TypeSystemExtension
        permits ScalarTypeExtension,
                ObjectTypeExtension,
                InterfaceTypeExtension,
                UnionTypeExtension,
                EnumTypeExtension,
                InputObjectTypeExtension {
    String name();
}
