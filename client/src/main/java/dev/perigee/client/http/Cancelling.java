package dev.perigee.client.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Futures of several steps. Cancelling them cancels the step that is under way, which the JDK's own leave running. */
public final class Cancelling {
    private Cancelling() {}

    /** As {@link CompletableFuture#thenCompose}. */
    public static <A, B> CompletableFuture<B> compose(
            CompletableFuture<A> first, Function<? super A, CompletableFuture<B>> next) {
        CompletableFuture<B> last = new CompletableFuture<>();
        link(last, first);
        first.whenComplete((value, failure) -> {
            if (failure != null) last.completeExceptionally(reason(failure));
            else if (!last.isDone()) follow(last, value, next);
        });
        return last;
    }

    private static <A, B> void follow(
            CompletableFuture<B> last, A value, Function<? super A, CompletableFuture<B>> next) {
        CompletableFuture<B> second;
        try {
            second = next.apply(value);
        } catch (RuntimeException | Error e) {
            last.completeExceptionally(e);
            return;
        }
        link(last, second);
        second.whenComplete((result, failure) -> {
            if (failure != null) last.completeExceptionally(reason(failure));
            else last.complete(result);
        });
    }

    /** What has failed, without the wrapper of futures that depend on one another. */
    public static Throwable reason(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Lets a future cancel what it waits for. */
    public static <T> CompletableFuture<T> link(CompletableFuture<T> waiting, Future<?> awaited) {
        waiting.whenComplete((value, failure) -> {
            if (waiting.isCancelled()) awaited.cancel(true);
        });
        return waiting;
    }
}
