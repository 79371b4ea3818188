package dev.perigee.execution;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import dev.perigee.language.OperationDefinition;
import dev.perigee.plan.Plan;
import java.time.Duration;
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
    private final long arrival = System.nanoTime();
    private final boolean isLasting;
    private volatile @Nullable OperationDefinition operation;
    private @Nullable RequestValues values;
    private @Nullable Set<OnCancel> onCancel;
    private @Nullable CountDownLatch cancelling;
    private boolean isCancelled;
    private volatile boolean isGivenUp;
    private boolean isClosed;

    /** @param isLasting whether its time has no end */
    RequestContext(Request request, Setup setup, boolean isLasting) {
        this.request = request;
        this.setup = setup;
        this.isLasting = isLasting;
    }

    Request request() {
        return request;
    }

    Setup setup() {
        return setup;
    }

    /** Now that it is known what is run: a request with one operation need not name it. */
    void runs(OperationDefinition operation) {
        this.operation = operation;
    }

    /** What is run, null if it is not known yet. */
    @Nullable OperationDefinition operation() {
        return operation;
    }

    /**
     * Who makes the request; anybody if the plan does not depend on it, so that nobody has to tell.
     *
     * @throws RequestErrorException as {@link #caller}
     */
    Caller callerFor(Plan plan) {
        return plan.dependsOnCaller() ? caller() : Caller.ANONYMOUS;
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
                        ? values().responseHeaders()
                        : values().of(type, setup.wiring()).get(this));
    }

    private synchronized RequestValues values() {
        if (values == null) {
            values = new RequestValues();
            if (isClosed) values.close();
        }
        return values;
    }

    /** What was collected for the response's head. */
    Map<String, List<String>> collectedHeaders() {
        if (request.values().get(ResponseHeaders.class) instanceof ResponseHeaders given) return given.toMap();
        RequestValues known;
        synchronized (this) {
            known = values;
        }
        return known == null ? Map.of() : known.collectedHeaders();
    }

    /** @throws IllegalStateException if the request has ended already; the value is closed then */
    void closeAtEnd(AutoCloseable value) {
        values().closeAtEnd(value);
    }

    /** Closes what was made for the request. */
    void close() {
        RequestValues known;
        synchronized (this) {
            isClosed = true;
            known = values;
        }
        if (known != null) known.close();
    }

    @Override
    public @Nullable String operationName() {
        OperationDefinition known = operation;
        return known == null ? request.operationName() : known.name();
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, remainingNanos()));
    }

    long remainingNanos() {
        return timeoutNanos() - elapsedNanos();
    }

    /** Since its arrival. */
    long elapsedNanos() {
        return System.nanoTime() - arrival;
    }

    /** How long it may take: as long as it asks for, but no longer than the engine allows. */
    private long timeoutNanos() {
        if (isLasting) return Long.MAX_VALUE;
        Duration allowed = setup.limits().timeout();
        Duration asked = request.timeout();
        if (asked == null || asked.compareTo(allowed) > 0) return allowed.toNanos();
        return asked.isNegative() ? 0 : asked.toNanos();
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

    /** Ends the request from another thread, as when nobody waits for the answer any more. */
    void giveUp(Thread runner) {
        isGivenUp = true;
        cancel(); // first: what the thread is busy with may not mind an interrupt
        runner.interrupt();
    }

    /** Whether somebody has ended it. */
    boolean isGivenUp() {
        return isGivenUp;
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
}
