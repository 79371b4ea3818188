package dev.perigee.language;

/**
 * {@code type!}; the type in it is never itself a {@code NonNullType}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#NonNullType">Type References</a>
 */
public record NonNullType(TypeReference type, Location location) implements TypeReference {
    /** @throws IllegalArgumentException if the type is a {@code NonNullType} itself */
    public NonNullType {
        if (type instanceof NonNullType) throw new IllegalArgumentException("A type can't be non-null twice.");
    }
}
