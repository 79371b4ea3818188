package dev.perigee.language;

/**
 * A string, its escapes replaced and, for a block string, its common indentation removed.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-String-Value">String Value</a>
 */
public record StringValue(String value, boolean block, Location location) implements Value {}
