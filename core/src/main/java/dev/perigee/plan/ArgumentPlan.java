package dev.perigee.plan;

import dev.perigee.data.Arguments;
import dev.perigee.language.Argument;
import dev.perigee.language.Location;
import dev.perigee.schema.InputCoercion;
import dev.perigee.schema.InputProblem;
import dev.perigee.schema.InputResult;
import dev.perigee.schema.OutputField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a planned field: coerced when the operation is planned, or for each request if a variable is in them. */
public final class ArgumentPlan {
    static final ArgumentPlan NONE = new ArgumentPlan(Arguments.NONE, null, List.of(), Location.NONE);

    private final @Nullable Arguments constant;
    private final @Nullable OutputField field;
    private final List<Argument> nodes;
    private final Location location;

    private ArgumentPlan(
            @Nullable Arguments constant, @Nullable OutputField field, List<Argument> nodes, Location location) {
        this.constant = constant;
        this.field = field;
        this.nodes = nodes;
        this.location = location;
    }

    static ArgumentPlan of(OutputField field, List<Argument> nodes, Location location) {
        if (field.arguments().isEmpty()) return NONE;
        if (Variables.isAnyIn(nodes)) return new ArgumentPlan(null, field, nodes, location);
        var coerced = InputCoercion.coerceArguments(field.arguments(), nodes, Map.of(), location);
        return coerced.isValid()
                ? new ArgumentPlan(Arguments.of(coerced.value()), field, nodes, location)
                : new ArgumentPlan(null, field, nodes, location);
    }

    /** The arguments if they are the same for all requests, otherwise null. */
    public @Nullable Arguments constant() {
        return constant;
    }

    /** How they are written in the document. */
    public List<Argument> nodes() {
        return nodes;
    }

    /**
     * The arguments of a request.
     *
     * @param variables the coerced variables
     * @throws ArgumentException if a value is not one of its type
     */
    public Arguments coerce(Map<String, ? extends @Nullable Object> variables) {
        if (constant != null || field == null) return constant == null ? Arguments.NONE : constant;
        InputResult<Map<String, @Nullable Object>> coerced =
                InputCoercion.coerceArguments(field.arguments(), nodes, variables, location);
        if (!coerced.isValid()) throw new ArgumentException(coerced.problems());
        return Arguments.of(coerced.value());
    }

    /** An argument that could not be coerced. */
    public static final class ArgumentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ArgumentException(List<InputProblem> problems) {
            super(String.join(" ", problems.stream().map(InputProblem::message).toList()));
        }
    }
}
