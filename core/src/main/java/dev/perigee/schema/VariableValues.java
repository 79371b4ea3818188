package dev.perigee.schema;

import dev.perigee.language.Value;
import dev.perigee.language.VariableDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one request, coerced by the definitions of its operation.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values">Coercing Variable Values</a>
 */
public final class VariableValues {
    private VariableValues() {}

    /**
     * Coerces what a request sent. A variable that is neither sent nor has a default value is absent in the result, not
     * null; what was sent beyond the definitions is ignored.
     *
     * @param raw as JSON has it: String, Boolean, Number, List, Map, null
     */
    public static InputResult<Map<String, @Nullable Object>> coerce(
            Schema schema, List<VariableDefinition> definitions, Map<String, ? extends @Nullable Object> raw) {
        Map<String, @Nullable Object> coerced = LinkedHashMap.newLinkedHashMap(definitions.size());
        List<InputProblem> problems = List.of();
        for (VariableDefinition definition : definitions) {
            String path = "$" + definition.name();
            InputProblems found = new InputProblems(() -> "Variable \"" + path + "\"", path);
            coerceOne(schema, definition, raw, found, coerced);
            problems = InputResult.join(problems, found.list());
        }
        return new InputResult<Map<String, @Nullable Object>>(Collections.unmodifiableMap(coerced), problems);
    }

    private static void coerceOne(
            Schema schema,
            VariableDefinition definition,
            Map<String, ? extends @Nullable Object> raw,
            InputProblems problems,
            Map<String, @Nullable Object> coerced) {
        String name = definition.name();
        Value defaultValue = definition.defaultValue();
        Type type = schema.type(definition.type());
        if (type == null || !type.isInput()) {
            problems.add("its type is not an input type of the schema.", definition.location());
        } else if (raw.containsKey(name)) {
            coerced.put(name, new ValueCoercion(problems, definition.location()).coerce(raw.get(name), type));
        } else if (defaultValue != null) {
            coerced.put(name, new LiteralCoercion(problems, Map.of()).coerce(defaultValue, type));
        } else if (type.isNonNull()) {
            problems.add("a value of type \"" + type + "\" is required.", definition.location());
        }
    }
}
