package dev.perigee.language;

/**
 * {@code Type}: a type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#TypeCoordinate">Schema Coordinates</a>
 */
public record TypeCoordinate(String typeName) implements SchemaCoordinate {
    @Override
    public String toString() {
        return typeName;
    }
}
