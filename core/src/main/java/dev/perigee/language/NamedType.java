package dev.perigee.language;

/**
 * A type named.
 *
 * @see <a href="https://spec.graphql.org/September2025/#NamedType">Type References</a>
 */
public record NamedType(String name, Location location) implements TypeReference {}
