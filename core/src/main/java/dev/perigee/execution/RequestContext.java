package dev.perigee.execution;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import dev.perigee.language.OperationDefinition;
import dev.perigee.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of one request. Thread-safe: roots and loaders use it from their own threads. */
sealed class RequestContext implements Context permits StreamContext {
    private final Request request;
    private final Setup setup;
    private final long arrival = System.nanoTime();
    private volatile @Nullable OperationDefinition operation;
    private volatile @Nullable Cancellation cancellation;
    private @Nullable RequestValues values;

    RequestContext(Request request, Setup setup) {
        this.request = request;
        this.setup = setup;
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
        if (values == null) values = new RequestValues();
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
            known = values;
            if (known == null) values = RequestValues.CLOSED;
        }
        if (known != null) known.close();
    }

    /** What the response tells of the sources, null if it doesn't. */
    @Nullable Explanation explanation() {
        return request.isExplained() ? values().explanation() : null;
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
    long timeoutNanos() {
        Duration allowed = setup.limits().timeout();
        Duration asked = request.timeout();
        if (asked == null || asked.compareTo(allowed) > 0) return allowed.toNanos();
        return asked.isNegative() ? 0 : asked.toNanos();
    }

    @Override
    public boolean isCancelled() {
        Cancellation known = cancellation;
        return known != null && known.hasBegun();
    }

    /** Whether there is no use in beginning anything more. */
    boolean isOver() {
        return isCancelled() || remainingNanos() <= 0;
    }

    /** Whether somebody has ended the request, as when nobody waits for the answer any more. */
    boolean isGivenUp() {
        Cancellation known = cancellation;
        return known != null && known.isGivenUp();
    }

    @Override
    public Registration onCancel(Runnable action) {
        return cancellation().add(action);
    }

    synchronized Cancellation cancellation() {
        if (cancellation == null) cancellation = new Cancellation();
        return cancellation;
    }
}
