package dev.perigee.sql.database;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The context of a request that a test runs by hand, and cancels. Thread-safe. */
final class OneRequest implements Context {
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private volatile boolean isCancelled;

    void cancel() {
        isCancelled = true;
        onCancel.forEach(Runnable::run);
    }

    @Override
    public Headers headers() {
        return Headers.NONE;
    }

    @Override
    public <T> T value(Class<T> type) {
        throw new IllegalStateException("No value of " + type);
    }

    @Override
    public String operationName() {
        return null;
    }

    @Override
    public Duration remaining() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        onCancel.add(action);
        return () -> onCancel.remove(action);
    }
}
