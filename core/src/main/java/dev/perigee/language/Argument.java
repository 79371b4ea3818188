package dev.perigee.language;

/**
 * An argument of a field or a directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Arguments">Arguments</a>
 */
public record Argument(String name, Value value, Location location) implements Node {}
