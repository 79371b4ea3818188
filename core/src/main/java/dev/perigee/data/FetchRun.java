package dev.perigee.data;

import dev.perigee.schema.ObjectType;
import java.util.List;

/** What a {@link Fetch} may ask about the request that it works for. Thread-safe. */
public interface FetchRun {
    Context context();

    /** The coerced arguments of a selected field in this request. */
    Arguments arguments(SelectedField field);

    /** Whether {@code @skip} and {@code @include} leave the field in this request's response. */
    boolean isIncluded(SelectedField field);

    /**
     * What is selected below a field in this request, in the order of its response: of {@link SelectedField#selected} those
     * that are included. The order may depend on conditions, too.
     *
     * @param type one of the field's {@link SelectedField#possibleTypes}
     */
    List<? extends SelectedField> included(SelectedField field, ObjectType type);
}
