package dev.perigee.language;

/**
 * {@code $name}; the name is without {@code $}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#Variable">Variables</a>
 */
public record Variable(String name, Location location) implements Value {}
