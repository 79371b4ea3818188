package dev.perigee.language;

/**
 * {@code @directive}: a directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#DirectiveCoordinate">Schema Coordinates</a>
 */
public record DirectiveCoordinate(String directiveName) implements SchemaCoordinate {
    @Override
    public String toString() {
        return "@" + directiveName;
    }
}
