package dev.perigee.sql.hydration;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.sql.database.Sessions;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request that is no operation of a graph: Java code that reads records, for so long. Thread-safe. */
public final class PlainRequest implements Context, AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Sessions sessions = new Sessions();
    private final long deadline;

    public PlainRequest(Duration atMost) {
        this.deadline = System.nanoTime() + atMost.toNanos();
    }

    @Override
    public Headers headers() {
        return Headers.NONE;
    }

    @Override
    public <T> T value(Class<T> type) {
        if (type == Sessions.class) return type.cast(sessions);
        throw new IllegalStateException("The request has no value of " + type.getName());
    }

    @Override
    public @Nullable String operationName() {
        return null;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    @Override
    public boolean isCancelled() {
        return remaining().isZero();
    }

    /** Run when the time is up. */
    @Override
    public Registration onCancel(Runnable action) {
        var atEnd = CLOCK.schedule(action, remaining().toNanos(), TimeUnit.NANOSECONDS);
        return () -> atEnd.cancel(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("perigee-sql-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
