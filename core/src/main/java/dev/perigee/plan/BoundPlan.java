package dev.perigee.plan;

import dev.perigee.data.Arguments;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan bound to the variables of a request and to who makes it. For the thread that runs the request; where nothing of
 * the plan depends on requests, one that never changes is shared by all.
 */
public final class BoundPlan {
    private final Plan plan;
    private final Map<String, @Nullable Object> variables;
    private final HeldConditions conditions;
    private @Nullable Arguments @Nullable [] arguments;

    BoundPlan(Plan plan, Map<String, @Nullable Object> variables, HeldConditions conditions) {
        this.plan = plan;
        this.variables = variables;
        this.conditions = conditions;
    }

    public Plan plan() {
        return plan;
    }

    public HeldConditions conditions() {
        return conditions;
    }

    /** Whether a condition of the plan holds in this request. */
    public boolean holds(int condition) {
        return conditions.contains(condition);
    }

    /**
     * The arguments of a field, the same for all its objects.
     *
     * @throws ArgumentPlan.ArgumentException if a value is not one of its type
     */
    public Arguments arguments(PlannedField field) {
        Arguments constant = field.arguments().constant();
        if (constant != null) return constant;
        Arguments known = arguments == null ? null : arguments[field.id()];
        if (known != null) return known;
        Arguments coerced = field.arguments().coerce(variables);
        if (arguments == null) arguments = new Arguments[plan.fields()];
        arguments[field.id()] = coerced;
        return coerced;
    }
}
