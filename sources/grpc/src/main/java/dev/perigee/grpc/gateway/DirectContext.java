package dev.perigee.grpc.gateway;

import dev.perigee.data.Caller;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a call carries along that is part of no GraphQL request. Thread-safe. */
public final class DirectContext implements Context {
    private final Headers headers;
    private final long deadline;
    private final Function<Context, Caller> callers;
    private final ResponseHeaders responseHeaders = new ResponseHeaders();
    private final Set<Runnable> onCancel = new LinkedHashSet<>();
    private @Nullable Caller caller;
    private boolean isCancelled;

    public DirectContext(Headers headers, Duration timeout, Function<Context, Caller> callers) {
        this.headers = headers;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.callers = callers;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public <T> T value(Class<T> type) {
        if (type == ResponseHeaders.class) return type.cast(responseHeaders);
        if (type == Caller.class) return type.cast(caller());
        throw new IllegalStateException("A direct call has no value of " + type.getName());
    }

    private Caller caller() {
        synchronized (this) {
            if (caller != null) return caller;
        }
        Caller found = callers.apply(this);
        synchronized (this) {
            if (caller == null) caller = found;
            return caller;
        }
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
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!isCancelled) {
                Runnable one = action::run; // the same action may be registered twice
                onCancel.add(one);
                return () -> remove(one);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        onCancel.remove(action);
    }

    public void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            isCancelled = true;
            actions = List.copyOf(onCancel);
            onCancel.clear();
        }
        actions.forEach(Runnable::run);
    }
}
