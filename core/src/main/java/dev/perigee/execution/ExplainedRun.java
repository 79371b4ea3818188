package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceCall;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** A run as one batch sees it whose calls are to be told. Thread-safe. */
record ExplainedRun(SourceRun run, List<SourceCall> calls) implements SourceRun {
    static ExplainedRun of(SourceRun run) {
        return new ExplainedRun(run, new ArrayList<>());
    }

    @Override
    public void report(SourceCall call) {
        synchronized (calls) {
            calls.add(call);
        }
    }

    /** The calls so far. */
    List<SourceCall> reported() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    @Override
    public Context context() {
        return run.context();
    }

    @Override
    public Arguments arguments(SelectedField field) {
        return run.arguments(field);
    }

    @Override
    public boolean isIncluded(SelectedField field) {
        return run.isIncluded(field);
    }

    @Override
    public List<? extends SelectedField> included(SelectedField field, ObjectType type) {
        return run.included(field, type);
    }

    @Override
    public Object conditions() {
        return run.conditions();
    }

    @Override
    public boolean isMutation() {
        return run.isMutation();
    }

    @Override
    public void atEndOfField(EndAction action) {
        run.atEndOfField(action);
    }
}
