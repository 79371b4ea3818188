package dev.perigee.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All fields of a plan whose keys go to one loader together: those that use the loader and have as many steps to wait
 * for above them. It starts as soon as the parents of all of them are known.
 */
public final class LoadBatch {
    private final int id;
    private final Class<?> loader;
    private final int stage;
    private final List<PlannedField> fields = new ArrayList<>();

    LoadBatch(int id, Class<?> loader, int stage) {
        this.id = id;
        this.loader = loader;
        this.stage = stage;
    }

    /** Its number in the plan, from 0. */
    public int id() {
        return id;
    }

    public Class<?> loader() {
        return loader;
    }

    /** How many steps must be waited for, one after the other, before it can start. */
    public int stage() {
        return stage;
    }

    /** The fields that feed it. */
    public List<PlannedField> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** Only while the plan is made. */
    void add(PlannedField field) {
        fields.add(field);
    }

    /** Only while the plan is made: a source has taken the field over with one above it. */
    void remove(PlannedField field) {
        fields.remove(field);
    }
}
