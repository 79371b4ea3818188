package dev.perigee.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All fields of a plan whose keys go to one loader together: those that use the loader and have as many steps to wait
 * for above them. It starts as soon as the parents of all of them are known.
 */
public final class LoadBatch implements Batch {
    private final int id;
    private final Class<?> loader;
    private final int stage;
    private final List<PlannedField> fields = new ArrayList<>();

    LoadBatch(int id, Class<?> loader, int stage) {
        this.id = id;
        this.loader = loader;
        this.stage = stage;
    }

    @Override
    public int id() {
        return id;
    }

    public Class<?> loader() {
        return loader;
    }

    @Override
    public int stage() {
        return stage;
    }

    @Override
    public List<PlannedField> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** Only while the plan is made. */
    void add(PlannedField field) {
        fields.add(field);
    }

    @Override
    public void remove(PlannedField field) {
        fields.remove(field);
    }
}
