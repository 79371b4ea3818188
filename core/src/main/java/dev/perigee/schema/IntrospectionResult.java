package dev.perigee.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to the introspection query, as a server gives it: made of a schema, or made a schema again. */
public final class IntrospectionResult {
    private IntrospectionResult() {}

    /** What a server answers to {@link Introspection#query()} for a schema: a map with {@code __schema}. */
    public static Map<String, @Nullable Object> of(Schema schema) {
        return IntrospectionAnswer.answer(schema, Introspection.query());
    }

    /**
     * The schema that a server has told of. Its custom scalars take and give what JSON can say. Answers to older forms
     * of the query will do.
     *
     * @param result the response's {@code data}, with {@code __schema}, or a whole response with {@code data}
     * @throws SchemaException if something is missing or wrong; the messages have its path in the result
     */
    public static Schema toSchema(Map<String, ? extends @Nullable Object> result) {
        return toSchema(result, Map.of());
    }

    /**
     * As {@link #toSchema(Map)}, with custom scalars that coerce as told: those of them that the schema has.
     *
     * @throws SchemaException if something is missing or wrong; the messages have its path in the result
     */
    public static Schema toSchema(Map<String, ? extends @Nullable Object> result, Map<String, Coercion> scalars) {
        Attachments attachments = new Attachments();
        attachments.library(scalars);
        return SchemaAssembly.assemble(IntrospectedDefinitions.read(result), attachments, List.of());
    }
}
