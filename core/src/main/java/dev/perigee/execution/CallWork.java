package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import org.jspecify.annotations.Nullable;

/** The blocking calls of a field, one for each object of its place, some of them at the same time. */
record CallWork(
        Run run,
        PlannedField field,
        Step.Call call,
        @Nullable Object[] parents,
        Arguments given) implements Work.Blocking {
    @Override
    public String source() {
        return call.source();
    }

    @Override
    public int calls() {
        return parents.length;
    }

    @Override
    public @Nullable Object perform() throws InterruptedException {
        @Nullable Object[] values = new Object[parents.length];
        if (values.length == 1) {
            callFor(0, values);
        } else {
            Concurrently.forEach(values.length, run.context()::isOver, i -> callFor(i, values));
        }
        return values;
    }

    private void callFor(int i, @Nullable Object[] values) {
        try {
            values[i] = call.call().resolve(parents[i], given, run.context());
        } catch (Throwable e) {
            values[i] = new Failure(e);
        }
    }

    @Override
    public void succeed(@Nullable Object result) {
        if (result instanceof @Nullable Object[] values) run.complete(field, values);
    }

    @Override
    public void fail(Throwable cause) {
        run.fail(field, parents.length, cause);
    }
}
