package dev.perigee.language;

/**
 * A name that stands for a value.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Enum-Value">Enum Value</a>
 */
public record EnumValue(String value, Location location) implements Value {}
