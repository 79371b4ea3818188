package dev.perigee.language;

/**
 * An integer as it is written, of any size.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Int-Value">Int Value</a>
 */
public record IntValue(String value, Location location) implements Value {}
