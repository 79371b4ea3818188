package dev.perigee.language;

/**
 * A field of an input object literal.
 *
 * @see <a href="https://spec.graphql.org/September2025/#ObjectField">Input Object Values</a>
 */
public record ObjectField(String name, Value value, Location location) implements Node {}
