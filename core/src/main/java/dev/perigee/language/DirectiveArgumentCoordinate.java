package dev.perigee.language;

/**
 * {@code @directive(argument:)}: an argument of a directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#DirectiveArgumentCoordinate">Schema Coordinates</a>
 */
public record DirectiveArgumentCoordinate(String directiveName, String argumentName) implements SchemaCoordinate {
    @Override
    public String toString() {
        return "@" + directiveName + "(" + argumentName + ":)";
    }
}
