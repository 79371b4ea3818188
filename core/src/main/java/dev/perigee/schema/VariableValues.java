package dev.perigee.schema;

import dev.perigee.language.VariableDefinition;
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
        throw new UnsupportedOperationException("not yet");
    }
}
