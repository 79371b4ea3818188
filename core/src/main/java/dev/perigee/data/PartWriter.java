package dev.perigee.data;

import dev.perigee.json.JsonWriter;
import java.util.List;

/** Writes a part of a response. See {@link PartSource}. Immutable; shared by all requests. */
@FunctionalInterface
public interface PartWriter {
    /**
     * Writes JSON, exactly the selected fields by their response names. The source answers for what it writes: nothing
     * checks it against the schema again.
     *
     * @return false if null came up where it is not allowed, which has been told as an error; what was written does not
     *     count then
     */
    boolean write(Object value, SourceRun run, JsonWriter out, Errors errors);

    /** Takes the execution errors of what is written. */
    @FunctionalInterface
    interface Errors {
        /**
         * @param field whose value could not be had, at or below the field that is written
         * @param path from below the field that is written to that value: response names and indices of lists
         */
        void add(SelectedField field, List<Object> path, Throwable cause);
    }
}
