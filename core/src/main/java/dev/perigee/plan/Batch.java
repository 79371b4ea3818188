package dev.perigee.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fields of a plan that are loaded together: they wait for as many steps above them. It starts as soon as the parents of
 * all of them are known. Immutable once planned.
 */
public abstract sealed class Batch permits LoadBatch, SourceBatch {
    private final int id;
    private final int stage;
    private final List<PlannedField> fields = new ArrayList<>();

    Batch(int id, int stage) {
        this.id = id;
        this.stage = stage;
    }

    /** Its number in the plan, from 0. */
    public int id() {
        return id;
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
