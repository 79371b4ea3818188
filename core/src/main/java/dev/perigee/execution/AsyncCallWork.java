package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
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
        @Nullable CompletionStage<?>[] started = new CompletionStage<?>[parents.length];
        CompletableFuture<?>[] ended = new CompletableFuture<?>[parents.length];
        for (int i = 0; i < parents.length; i++) ended[i] = startFor(i, started, values);
        var registration = run.context().onCancel(() -> cancel(started));
        return CompletableFuture.allOf(ended).handle((all, e) -> {
            registration.close();
            return values;
        });
    }

    private CompletableFuture<?> startFor(int i, @Nullable CompletionStage<?>[] started, @Nullable Object[] values) {
        try {
            var stage = call.call().resolve(parents[i], given, run.context());
            started[i] = stage;
            return stage.handle((value, e) -> values[i] = e == null ? value : new Failure(e))
                    .toCompletableFuture();
        } catch (Throwable e) {
            values[i] = new Failure(e);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void cancel(@Nullable CompletionStage<?>[] started) {
        for (CompletionStage<?> stage : started) {
            if (stage instanceof Future<?> future) future.cancel(true);
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
