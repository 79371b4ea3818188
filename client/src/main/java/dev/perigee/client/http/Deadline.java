package dev.perigee.client.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.perigee.client.TransportException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Ends waiting at the deadline of a request. */
final class Deadline {
    private Deadline() {}

    /** Fails a future when the deadline passes before it is done. */
    static <T> CompletableFuture<T> hold(
            Outgoing request, CompletableFuture<T> future, Supplier<TransportException> late) {
        if (future.isDone()) return future;
        CompletableFuture<Void> alarm = new CompletableFuture<Void>()
                .completeOnTimeout(null, Math.max(0, request.remaining().toNanos()), NANOSECONDS);
        // not on the thread of all the timers there are: others go on from here
        alarm.thenRunAsync(() -> future.completeExceptionally(late.get()));
        future.whenComplete((value, failure) -> alarm.cancel(false));
        return future;
    }
}
