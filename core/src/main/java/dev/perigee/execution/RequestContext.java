package dev.perigee.execution;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The context of one request. Thread-safe: roots and loaders use it from their own threads. */
final class RequestContext implements Context {
    private static final System.Logger LOG = System.getLogger(RequestContext.class.getName());

    private final Request request;
    private final Wiring wiring;
    private final @Nullable String operationName;
    private final long deadline;
    private List<AutoCloseable> toClose = List.of();
    private @Nullable Map<Class<?>, Object> made;
    private @Nullable Set<Runnable> onCancel;
    private boolean isCancelled;

    /** @param deadline by {@link System#nanoTime} */
    RequestContext(Request request, Wiring wiring, @Nullable String operationName, long deadline) {
        this.request = request;
        this.wiring = wiring;
        this.operationName = operationName;
        this.deadline = deadline;
    }

    @Override
    public Headers headers() {
        return request.headers();
    }

    @Override
    public synchronized <T> T value(Class<T> type) {
        Object value = request.values().get(type);
        if (value == null && made != null) value = made.get(type);
        return type.cast(value == null ? make(type) : value);
    }

    private Object make(Class<?> type) {
        var maker = wiring.value(type);
        if (maker == null) throw new IllegalStateException("The request has no value of " + type.getName());
        Object value = maker.apply(this);
        if (made == null) made = new HashMap<>();
        made.put(type, value);
        if (value instanceof AutoCloseable closeable) {
            if (toClose.isEmpty()) toClose = new ArrayList<>();
            toClose.add(closeable);
        }
        return value;
    }

    @Override
    public @Nullable String operationName() {
        return operationName;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, remainingNanos()));
    }

    long remainingNanos() {
        return deadline - System.nanoTime();
    }

    @Override
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!isCancelled) {
                if (onCancel == null) onCancel = new LinkedHashSet<>();
                onCancel.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        if (onCancel != null) onCancel.remove(action);
    }

    /** Runs the actions, once. */
    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (isCancelled) return;
            isCancelled = true;
            actions = onCancel == null ? List.of() : List.copyOf(onCancel);
            onCancel = null;
        }
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "An action on cancellation failed", e);
            }
        }
    }

    /** Closes what was made for the request, last made first. */
    synchronized void close() {
        for (int i = toClose.size() - 1; i >= 0; i--) {
            try {
                toClose.get(i).close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "A value of the request could not be closed", e);
            }
        }
        toClose = List.of();
    }
}
