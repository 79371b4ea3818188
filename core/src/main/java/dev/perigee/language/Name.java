package dev.perigee.language;

/**
 * A name with its own place, where a node is nothing but a name.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Names">Names</a>
 */
public record Name(String value, Location location) implements Node {}
