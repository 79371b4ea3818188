package dev.perigee.language;

/**
 * {@code Type.member}: a field, an input field or an enum value.
 *
 * @see <a href="https://spec.graphql.org/September2025/#MemberCoordinate">Schema Coordinates</a>
 */
public record MemberCoordinate(String typeName, String memberName) implements SchemaCoordinate {
    @Override
    public String toString() {
        return typeName + "." + memberName;
    }
}
