package dev.perigee.data;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source that loads a field in batches of its own: when an operation is planned, it sees all fields of a batch, and
 * what is selected below them. Unlike a {@link FetchSource}, it leaves what is below to the fields' own bindings, so other
 * sources can stand there. Immutable; shared by all requests.
 */
public interface LoadSource {
    /**
     * Says which fields are loaded together: those whose merge keys are equal and that wait for as much, wherever in the
     * tree they stand; in a mutation, only below the same root field. Fields of other sources have other keys. Asked before it
     * is known what is selected below the field: only its name, definition and arguments are.
     */
    Object mergeKey(SelectedField field);

    /**
     * What the field reads of the objects that have it, where these are another source's: names of properties, as in {@link
     * HasProperties}. Null where that is not known: all of them, then.
     */
    default @Nullable Set<String> parentNeeds(SelectedField field) {
        return null;
    }

    /** How the fields of one batch are loaded; called once for each batch of a plan, for the source of its first field. */
    PlannedLoad plan(List<? extends SelectedField> fields);
}
