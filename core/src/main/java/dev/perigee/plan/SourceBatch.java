package dev.perigee.plan;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import org.jspecify.annotations.Nullable;

/** Fields that one source loads together, as it says itself. */
public final class SourceBatch extends Batch {
    private final LoadSource by;
    private @Nullable PlannedLoad load;

    SourceBatch(int id, LoadSource by, int stage) {
        super(id, stage);
        this.by = by;
    }

    LoadSource by() {
        return by;
    }

    /** How the source loads them. */
    public PlannedLoad load() {
        if (load == null) throw new IllegalStateException("No field is left in the batch " + id());
        return load;
    }

    /** Only while the plan is made: all of its fields are there, and all that is selected below them. */
    void complete() {
        if (!fields().isEmpty()) load = by.plan(fields());
    }
}
