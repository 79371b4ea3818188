package dev.perigee.language;

/**
 * The place of something in a schema, in text such as {@code Query.post(id:)}. {@code toString} gives that text, and
 * {@link Parser#parseSchemaCoordinate} reads it.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates">Schema Coordinates</a>
 */
public sealed interface SchemaCoordinate
        permits TypeCoordinate,
                MemberCoordinate,
                ArgumentCoordinate,
                DirectiveCoordinate,
                DirectiveArgumentCoordinate {}
