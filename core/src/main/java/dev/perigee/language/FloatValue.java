package dev.perigee.language;

/**
 * A number with fraction or exponent, as it is written.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Float-Value">Float Value</a>
 */
public record FloatValue(String value, Location location) implements Value {}
