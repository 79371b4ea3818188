package dev.perigee.data;

/** What a {@link Fetch} may ask about the request that it works for. */
public interface FetchRun {
    Context context();

    /** The coerced arguments of a selected field in this request. */
    Arguments arguments(SelectedField field);

    /** Whether {@code @skip} and {@code @include} leave the field in this request's response. */
    boolean isIncluded(SelectedField field);
}
