package dev.perigee.language;

/**
 * A type as it is written: {@code Post}, {@code [Post]} or {@code Post!}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-References">Type References</a>
 */
public sealed interface TypeReference extends Node permits NamedType, ListType, NonNullType {}
