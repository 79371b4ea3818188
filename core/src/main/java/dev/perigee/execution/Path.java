package dev.perigee.execution;

import dev.perigee.plan.PlannedField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the writer is in the response: fields and indices of list items. Turned into a list only for an error. */
final class Path {
    private static final @Nullable PlannedField[] NO_FIELDS = {};
    private static final int[] NO_INDICES = {};

    private @Nullable PlannedField[] fields = NO_FIELDS;
    private int[] indices = NO_INDICES;
    private int depth;

    void enter(PlannedField field) {
        if (depth == indices.length) grow();
        fields[depth++] = field;
    }

    /** Enters a list; {@link #item} then says which item the writer is at. */
    void enterList() {
        if (depth == indices.length) grow();
        fields[depth++] = null;
    }

    void item(int index) {
        indices[depth - 1] = index;
    }

    void leave() {
        depth--;
    }

    List<Object> toList() {
        List<Object> list = new ArrayList<>(depth);
        for (int i = 0; i < depth; i++) {
            PlannedField field = fields[i];
            if (field == null) list.add(indices[i]);
            else list.add(field.responseName());
        }
        return list;
    }

    private void grow() {
        int capacity = Math.max(8, depth * 2);
        fields = Arrays.copyOf(fields, capacity);
        indices = Arrays.copyOf(indices, capacity);
    }
}
