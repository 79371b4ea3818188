package dev.perigee.schema;

/**
 * One difference between two schemas.
 *
 * @param coordinate what has changed, as a schema coordinate, such as {@code Post.comments(last:)}; {@code schema} for
 *     the schema definition
 * @param message a whole sentence
 * @see <a href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates">Schema Coordinates</a>
 */
public record SchemaChange(ChangeSeverity severity, String coordinate, String message) {}
