package dev.perigee.plan;

import dev.perigee.data.Caller;
import dev.perigee.language.OperationDefinition;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one operation of one document is run: places, their fields, and the batches that they feed. Holds no data of a
 * request. Immutable; cached and shared by all requests.
 */
public final class Plan {
    private final Schema schema;
    private final Schema face;
    private final OperationDefinition operation;
    private final Place root;
    private final List<Batch> batches;
    private final Conditions conditions;
    private final int places;
    private final int fields;
    private final int columns;
    private final @Nullable BoundPlan constant;

    Plan(
            Schema schema,
            Schema face,
            OperationDefinition operation,
            Place root,
            List<Batch> batches,
            Conditions conditions,
            int places,
            int fields,
            int columns) {
        this.schema = schema;
        this.face = face;
        this.operation = operation;
        this.root = root;
        this.batches = List.copyOf(batches);
        this.conditions = conditions;
        this.places = places;
        this.fields = fields;
        this.columns = columns;
        boolean isConstant =
                conditions.areConstant() && operation.variableDefinitions().isEmpty();
        this.constant =
                isConstant ? new BoundPlan(this, Map.of(), conditions.evaluate(Map.of(), Caller.ANONYMOUS)) : null;
    }

    public Schema schema() {
        return schema;
    }

    /** What callers see of the schema: the schema itself, or a {@linkplain dev.perigee.schema.SchemaFace face} of it. */
    public Schema face() {
        return face;
    }

    public OperationDefinition operation() {
        return operation;
    }

    /** The place of the operation's root fields. */
    public Place root() {
        return root;
    }

    public List<Batch> batches() {
        return batches;
    }

    /** How many places there are; their numbers are below it. */
    public int places() {
        return places;
    }

    /** How many fields there are; their numbers are below it. */
    public int fields() {
        return fields;
    }

    /** How many columns a run keeps; their numbers are below it. */
    public int columns() {
        return columns;
    }

    /** Whether it depends on who makes a request what is run: a field of the operation is protected. */
    public boolean dependsOnCaller() {
        return conditions.dependOnCaller();
    }

    /**
     * The plan for one request. Where nothing of it depends on the request, it is one for all of them.
     *
     * @param variables coerced
     * @param caller who makes it; anybody where the plan does not {@linkplain #dependsOnCaller depend} on it
     */
    public BoundPlan bind(Map<String, @Nullable Object> variables, Caller caller) {
        return constant == null ? new BoundPlan(this, variables, conditions.evaluate(variables, caller)) : constant;
    }

    /** The plan for people: places, what obtains each field, batches and what they wait for. */
    public String print() {
        return PlanPrinter.print(this, conditions);
    }

    @Override
    public String toString() {
        return print();
    }
}
