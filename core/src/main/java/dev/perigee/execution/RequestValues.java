package dev.perigee.execution;

import dev.perigee.data.ResponseHeaders;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that are made for one request, and closed with it. Once closed it keeps no more. Thread-safe. */
final class RequestValues {
    private static final System.Logger LOG = System.getLogger(RequestValues.class.getName());

    /** Of any request that has ended and had none. */
    static final RequestValues CLOSED = new RequestValues();

    static {
        CLOSED.close();
    }

    private final Map<Class<?>, RequestValue> made = new HashMap<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private @Nullable ResponseHeaders responseHeaders;
    private @Nullable Explanation explanation;
    private boolean isClosed;

    /** @throws IllegalStateException if the wiring does not say how to make one */
    synchronized RequestValue of(Class<?> type, Wiring wiring) {
        RequestValue known = made.get(type);
        if (known != null) return known;
        var maker = wiring.value(type);
        if (maker == null) throw new IllegalStateException("The request has no value of " + type.getName());
        RequestValue value = new RequestValue(type, maker::apply);
        if (!isClosed) made.put(type, value);
        return value;
    }

    synchronized ResponseHeaders responseHeaders() {
        ResponseHeaders known = responseHeaders == null ? new ResponseHeaders() : responseHeaders;
        if (!isClosed) responseHeaders = known;
        return known;
    }

    synchronized Explanation explanation() {
        Explanation known = explanation == null ? new Explanation() : explanation;
        if (!isClosed) explanation = known;
        return known;
    }

    /** What was collected for the response's head, none if nobody asked for where to. */
    synchronized Map<String, List<String>> collectedHeaders() {
        return responseHeaders == null ? Map.of() : responseHeaders.toMap();
    }

    /** @throws IllegalStateException if the request has ended already; the value is closed then */
    void closeAtEnd(AutoCloseable value) {
        synchronized (this) {
            if (!isClosed) {
                toClose.add(value);
                return;
            }
        }
        close(value);
        throw new IllegalStateException("The request has ended");
    }

    /** Closes what was made, last made first, and what is made from now on at once. */
    void close() {
        List<AutoCloseable> values;
        synchronized (this) {
            isClosed = true;
            values = List.copyOf(toClose);
            toClose.clear();
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
