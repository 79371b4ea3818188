package dev.perigee.execution;

import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import org.jspecify.annotations.Nullable;

/** The blocking calls of a field, one for each object of its place, some of them at the same time. */
record CallWork(Run run, PlannedField field, @Nullable Object[] parents) implements Work.Blocking {
    @Override
    public String source() {
        return call().source();
    }

    private Step.Call call() {
        return (Step.Call) field.step();
    }

    @Override
    public int calls() {
        return parents.length;
    }

    @Override
    public @Nullable Object perform() throws InterruptedException {
        @Nullable Object[] values = new Object[parents.length];
        if (values.length == 1) {
            values[0] = callFor(parents[0]);
        } else {
            Concurrently.forEach(values.length, run.context()::isOver, i -> callOnOwnThread(i, values));
        }
        return values;
    }

    private void callOnOwnThread(int i, @Nullable Object[] values) {
        try {
            values[i] = callFor(parents[i]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            values[i] = new Failure(e);
        }
    }

    private @Nullable Object callFor(@Nullable Object parent) throws InterruptedException {
        try {
            return call().call().resolve(parent, run.arguments(field), run.context());
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return new Failure(e);
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
