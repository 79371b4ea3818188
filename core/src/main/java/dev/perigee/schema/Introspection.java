package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema of schemas: the types and fields with which a client asks what a graph has.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Introspection">Introspection</a>
 */
public final class Introspection {
    /** {@code __typename: String!}, which every composite type has. */
    public static final OutputField TYPENAME =
            metaField("__typename", Members.none(), new NonNull(BuiltInScalars.STRING));

    /** {@code __schema: __Schema!}, which the query type has. */
    public static final OutputField SCHEMA = metaField("__schema", Members.none(), new NonNull(builtIn("__Schema")));

    /** {@code __type(name: String!): __Type}, which the query type has. */
    public static final OutputField TYPE = metaField("__type", nameArgument(), builtIn("__Type"));

    private Introspection() {}

    /** The meta field of this name that a type has, null if there is none. */
    public static @Nullable OutputField metaField(Schema schema, CompositeType type, String name) {
        return switch (name) {
            case "__typename" -> TYPENAME;
            case "__schema" -> type == schema.queryType() ? SCHEMA : null;
            case "__type" -> type == schema.queryType() ? TYPE : null;
            default -> null;
        };
    }

    /**
     * How to read a field of an introspection type, or {@link #SCHEMA} or {@link #TYPE}. ({@link #TYPENAME} is for the
     * executor, who knows the object.)
     *
     * @throws IllegalArgumentException if the field is another one
     */
    public static IntrospectionReader reader(Schema schema, OutputField field) {
        IntrospectionFields.Reader reader = IntrospectionFields.reader(field.coordinate());
        if (reader == null) throw new IllegalArgumentException(field + " is not a field of introspection.");
        return (parent, arguments) -> reader.read(schema, parent, arguments);
    }

    /** The query for everything about a schema, as a server of this edition answers it. */
    public static String query() {
        return query(EnumSet.allOf(IntrospectionFeature.class));
    }

    /** The query for everything about a schema that a server knows of. */
    public static String query(Set<IntrospectionFeature> features) {
        return IntrospectionQuery.text(features);
    }

    private static OutputField metaField(String name, Members<InputValue> arguments, Type type) {
        return new OutputField("", name, null, arguments, type, null, Location.NONE);
    }

    private static Members<InputValue> nameArgument() {
        InputOwner owner = new InputOwner.OfField("Query", "__type");
        Type type = new NonNull(BuiltInScalars.STRING);
        Map<String, InputValue> arguments = new LinkedHashMap<>();
        arguments.put("name", new InputValue(owner, "name", null, type, null, null, Location.NONE));
        return Members.of(arguments);
    }

    private static DefinedType builtIn(String name) {
        return Objects.requireNonNull(BuiltInDefinitions.types().get(name), name);
    }
}
