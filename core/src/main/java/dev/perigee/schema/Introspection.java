package dev.perigee.schema;

/**
 * The schema of schemas: the types and fields with which a client asks what a graph has.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Introspection">Introspection</a>
 */
public final class Introspection {
    /** {@code __typename: String!}, which every composite type has. */
    public static final OutputField TYPENAME = metaField("__typename");

    /** {@code __schema: __Schema!}, which the query type has. */
    public static final OutputField SCHEMA = metaField("__schema");

    /** {@code __type(name: String!): __Type}, which the query type has. */
    public static final OutputField TYPE = metaField("__type");

    private Introspection() {}

    /**
     * How to read a field of an introspection type, or {@link #SCHEMA} or {@link #TYPE}.
     *
     * @throws IllegalArgumentException if the field is another one
     */
    public static IntrospectionReader reader(Schema schema, OutputField field) {
        throw new UnsupportedOperationException("not yet");
    }

    private static OutputField metaField(String name) {
        throw new UnsupportedOperationException("not yet");
    }
}
