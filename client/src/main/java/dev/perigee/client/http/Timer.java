package dev.perigee.client.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Waits, without a thread that does. Tests have one of their own, whose time passes at once. */
@FunctionalInterface
interface Timer {
    /** A JVM's own timer; what goes on from there does so on another thread. */
    Timer SYSTEM = delay ->
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(delay.toNanos(), NANOSECONDS));

    /** Done after a while. Cancelling it ends the waiting. */
    CompletableFuture<Void> after(Duration delay);
}
