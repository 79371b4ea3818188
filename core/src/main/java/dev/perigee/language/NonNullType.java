package dev.perigee.language;

/**
 * {@code type!}; the type in it is never itself a {@code NonNullType}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#NonNullType">Type References</a>
 */
public record NonNullType(TypeReference type, Location location) implements TypeReference {}
