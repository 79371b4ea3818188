package dev.perigee.language;

/**
 * {@code true} or {@code false}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Boolean-Value">Boolean Value</a>
 */
public record BooleanValue(boolean value, Location location) implements Value {}
