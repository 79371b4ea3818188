package dev.perigee.data;

import dev.perigee.schema.ObjectType;
import java.util.List;

/** What a {@link Fetch} or a {@link PlannedLoad} may ask about the request that it works for. Thread-safe. */
public interface SourceRun {
    Context context();

    /** The coerced arguments of a selected field in this request. */
    Arguments arguments(SelectedField field);

    /** Whether {@code @skip}, {@code @include} and access rules leave the field in this request's response. */
    boolean isIncluded(SelectedField field);

    /**
     * What is selected below a field in this request, in the order of its response: of {@link SelectedField#selected} those
     * that are included, and nothing that the caller may not see. The order may depend on conditions, too.
     *
     * @param type one of the field's {@link SelectedField#possibleTypes}
     */
    List<? extends SelectedField> included(SelectedField field, ObjectType type);

    /**
     * Equal for requests of one plan that include the same fields, in the same order: what is made of all that is included
     * can be kept by it.
     */
    Object conditions();

    /** Tells of a call that was made, for the explanation of a request that asks for one. */
    default void report(SourceCall call) {}

    /** Whether root fields run one after the other, and what was read before one may not be so after it. */
    default boolean isMutation() {
        return false;
    }

    /**
     * Runs an action when all that is selected below the present root field of a mutation has been obtained, and before
     * the next one begins: the end of a transaction. It runs once, on the request's own thread; not at all if the request
     * is cancelled or out of time. If it fails, so does the root field.
     *
     * @throws IllegalStateException unless {@link #isMutation}
     */
    void atEndOfField(EndAction action);

    /** See {@link #atEndOfField}. */
    @FunctionalInterface
    interface EndAction {
        void run() throws Exception;
    }
}
