package dev.perigee.language;

/**
 * {@code query: Query} in a schema definition.
 *
 * @see <a href="https://spec.graphql.org/September2025/#RootOperationTypeDefinition">Schema</a>
 */
public record OperationTypeDefinition(OperationType operation, NamedType type, Location location) implements Node {}
