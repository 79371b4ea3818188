package dev.perigee.language;

/**
 * {@code null}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Null-Value">Null Value</a>
 */
public record NullValue(Location location) implements Value {}
