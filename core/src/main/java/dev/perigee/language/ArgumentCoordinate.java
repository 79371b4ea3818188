package dev.perigee.language;

/**
 * {@code Type.field(argument:)}: an argument of a field.
 *
 * @see <a href="https://spec.graphql.org/September2025/#ArgumentCoordinate">Schema Coordinates</a>
 */
public record ArgumentCoordinate(String typeName, String fieldName, String argumentName) implements SchemaCoordinate {
    @Override
    public String toString() {
        return typeName + "." + fieldName + "(" + argumentName + ":)";
    }
}
