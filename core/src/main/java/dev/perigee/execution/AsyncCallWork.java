package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The asynchronous calls of a field, one for each object of its place, all at the same time. */
record AsyncCallWork(
        Run run,
        PlannedField field,
        Step.AsyncCall call,
        @Nullable Object[] parents,
        Arguments given) implements Work.Async {
    @Override
    public String source() {
        return call.source();
    }

    @Override
    public int calls() {
        return parents.length;
    }

    @Override
    public CompletionStage<? extends @Nullable Object> start() {
        @Nullable Object[] values = new Object[parents.length];
        CompletableFuture<?>[] started = new CompletableFuture<?>[parents.length];
        for (int i = 0; i < parents.length; i++) started[i] = startFor(i, values);
        var registration = run.context().onCancel(() -> {
            for (CompletableFuture<?> one : started) one.cancel(true);
        });
        return CompletableFuture.allOf(started).handle((all, e) -> {
            registration.close();
            return values;
        });
    }

    private CompletableFuture<?> startFor(int i, @Nullable Object[] values) {
        try {
            return call.call()
                    .resolve(parents[i], given, run.context())
                    .whenComplete((value, e) -> values[i] = e == null ? value : new Failure(e))
                    .toCompletableFuture();
        } catch (Throwable e) {
            values[i] = new Failure(e);
            return CompletableFuture.completedFuture(null);
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
