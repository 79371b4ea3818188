package dev.perigee.execution;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import dev.perigee.language.OperationDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The context of one request. Thread-safe: roots and loaders use it from their own threads. */
final class RequestContext implements Context {
    private static final System.Logger LOG = System.getLogger(RequestContext.class.getName());

    /** What actions on cancellation are given before threads are interrupted all the same. */
    static final long CANCELLING_MILLIS = 500;

    private final Request request;
    private final Setup setup;
    private final long deadline;
    private List<AutoCloseable> toClose = List.of();
    private @Nullable Map<Class<?>, RequestValue> made;
    private @Nullable ResponseHeaders responseHeaders;
    private @Nullable Set<OnCancel> onCancel;
    private @Nullable CountDownLatch cancelling;
    private volatile @Nullable String operationName;
    private boolean isCancelled;
    private boolean isClosed;

    /** @param deadline by {@link System#nanoTime} */
    RequestContext(Request request, Setup setup, long deadline) {
        this.request = request;
        this.setup = setup;
        this.deadline = deadline;
        this.operationName = request.operationName();
    }

    /** Now that it is known what is run: a request with one operation need not name it. */
    void runs(OperationDefinition operation) {
        operationName = operation.name();
    }

    /** @throws RequestErrorException if it can't be told who makes the request: its credentials are no good */
    Caller caller() {
        try {
            return value(Caller.class);
        } catch (ClientException e) {
            Errors errors = new Errors((occurred, cause) -> occurred, Integer.MAX_VALUE);
            errors.addWithoutPath(e);
            throw new RequestErrorException(errors.list(), e);
        }
    }

    Setup setup() {
        return setup;
    }

    boolean isExplained() {
        return request.isExplained();
    }

    @Override
    public Headers headers() {
        return request.headers();
    }

    @Override
    public <T> T value(Class<T> type) {
        Object given = request.values().get(type);
        if (given != null) return type.cast(given);
        return type.cast(
                type == ResponseHeaders.class
                        ? responseHeaders()
                        : valueToMake(type).get(this));
    }

    private synchronized ResponseHeaders responseHeaders() {
        if (responseHeaders == null) responseHeaders = new ResponseHeaders();
        return responseHeaders;
    }

    /** What was collected for the response's head, none if nobody asked for where to. */
    synchronized Map<String, List<String>> collectedHeaders() {
        if (request.values().get(ResponseHeaders.class) instanceof ResponseHeaders given) return given.toMap();
        return responseHeaders == null ? Map.of() : responseHeaders.toMap();
    }

    private synchronized RequestValue valueToMake(Class<?> type) {
        if (made == null) made = new HashMap<>();
        return made.computeIfAbsent(type, t -> {
            var maker = setup.wiring().value(t);
            if (maker == null) throw new IllegalStateException("The request has no value of " + t.getName());
            return new RequestValue(t, maker::apply);
        });
    }

    /** @throws IllegalStateException if the request has ended already; the value is closed then */
    void closeAtEnd(AutoCloseable value) {
        synchronized (this) {
            if (!isClosed) {
                if (toClose.isEmpty()) toClose = new ArrayList<>();
                toClose.add(value);
                return;
            }
        }
        close(value);
        throw new IllegalStateException("The request has ended");
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

    /** Whether there is no use in beginning anything more. */
    boolean isOver() {
        return isCancelled() || remainingNanos() <= 0;
    }

    @Override
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!isCancelled) {
                if (onCancel == null) onCancel = new LinkedHashSet<>();
                OnCancel registered = new OnCancel(action);
                onCancel.add(registered);
                return () -> remove(registered);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(OnCancel registered) {
        if (onCancel != null) onCancel.remove(registered);
    }

    /** One registration: the same action may be registered several times. */
    private static final class OnCancel {
        final Runnable action;

        OnCancel(Runnable action) {
            this.action = action;
        }
    }

    /**
     * Runs the actions, once. Returns when they have run, by whatever thread, or have taken too long: what is done next
     * is to interrupt, by which a connection may break that a cancellation has to go by.
     */
    void cancel() {
        List<OnCancel> registered;
        CountDownLatch done;
        boolean isFirst;
        synchronized (this) {
            isFirst = !isCancelled;
            isCancelled = true;
            registered = onCancel == null ? List.of() : List.copyOf(onCancel);
            onCancel = null;
            if (isFirst && !registered.isEmpty()) cancelling = new CountDownLatch(1);
            done = cancelling;
        }
        if (done == null) return;
        if (isFirst) runAll(registered, done);
        else await(done);
    }

    /** Whether there is something to run on cancellation. */
    synchronized boolean hasOnCancel() {
        return onCancel != null && !onCancel.isEmpty();
    }

    private static void runAll(List<OnCancel> registered, CountDownLatch done) {
        for (OnCancel one : registered) {
            try {
                one.action.run();
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.WARNING, "An action on cancellation failed", e);
            }
        }
        done.countDown();
    }

    private static void await(CountDownLatch done) {
        boolean isInterrupted = Thread.interrupted();
        try {
            boolean isDone = done.await(CANCELLING_MILLIS, TimeUnit.MILLISECONDS);
            if (!isDone) LOG.log(System.Logger.Level.DEBUG, "Actions on cancellation take long");
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) Thread.currentThread().interrupt();
    }

    /** Closes what was made for the request, last made first. */
    void close() {
        List<AutoCloseable> values;
        synchronized (this) {
            isClosed = true;
            values = toClose;
            toClose = List.of();
        }
        for (AutoCloseable value : values.reversed()) close(value);
    }

    private static void close(AutoCloseable value) {
        try {
            value.close();
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING, "A value of the request could not be closed", e);
        }
    }
}
