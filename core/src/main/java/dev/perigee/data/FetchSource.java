package dev.perigee.data;

import org.jspecify.annotations.Nullable;

/**
 * A source that can take over a field with everything selected below it. Asked once for each field while an operation
 * is planned; the plan is then shared by all requests. What it takes over for callers from whom an object type or enum value
 * there is hidden is refused: nobody could tell whether it writes it.
 */
@FunctionalInterface
public interface FetchSource {
    /** How the field is fetched, or null to leave it to the fields' own bindings. */
    @Nullable Fetch takeOver(SelectedField field);
}
