package dev.perigee.client.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reply that is had in steps, one after the other. Cancelling it cancels the step that it waits for. */
final class Exchange extends CompletableFuture<Reply> {
    private volatile @Nullable CompletableFuture<?> step;

    Exchange() {
        whenComplete((reply, failure) -> {
            if (failure != null) cancelStep();
        });
    }

    /** Goes on when a step is done, unless nobody waits for the reply any more. */
    <T> void after(CompletableFuture<T> step, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        this.step = step;
        if (isDone()) cancelStep(); // it was while the step began
        step.whenComplete((value, failure) -> {
            if (isDone()) return;
            try {
                if (failure == null) then.accept(value);
                else otherwise.accept(cause(failure));
            } catch (RuntimeException | Error e) {
                completeExceptionally(e);
            }
        });
    }

    /** The same, where a step that fails is the end. */
    <T> void after(CompletableFuture<T> step, Consumer<? super T> then) {
        after(step, then, this::completeExceptionally);
    }

    private void cancelStep() {
        CompletableFuture<?> last = step;
        if (last != null) last.cancel(true);
    }

    /** What has failed, without the wrapper of futures that depend on one another. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
