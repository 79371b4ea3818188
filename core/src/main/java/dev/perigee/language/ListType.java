package dev.perigee.language;

/**
 * {@code [type]}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#ListType">Type References</a>
 */
public record ListType(TypeReference type, Location location) implements TypeReference {}
