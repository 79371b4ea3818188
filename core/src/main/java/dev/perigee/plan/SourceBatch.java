package dev.perigee.plan;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that one source loads together, as it says itself. Immutable once planned. */
public final class SourceBatch implements Batch {
    private final int id;
    private final LoadSource by;
    private final int stage;
    private final List<PlannedField> fields = new ArrayList<>();
    private @Nullable PlannedLoad load;

    SourceBatch(int id, LoadSource by, int stage) {
        this.id = id;
        this.by = by;
        this.stage = stage;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int stage() {
        return stage;
    }

    @Override
    public List<PlannedField> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** How the source loads them. */
    public PlannedLoad load() {
        if (load == null) throw new IllegalStateException("No field is left in the batch " + id);
        return load;
    }

    /** Only while the plan is made. */
    void add(PlannedField field) {
        fields.add(field);
    }

    @Override
    public void remove(PlannedField field) {
        fields.remove(field);
    }

    /** Only while the plan is made: all of its fields are there, and all that is selected below them. */
    void complete() {
        if (!fields.isEmpty()) load = by.plan(fields());
    }
}
