package dev.perigee.execution;

import dev.perigee.data.ResponseHeaders;
import dev.perigee.data.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that are made for one request, and closed with it. Thread-safe. */
final class RequestValues {
    private static final System.Logger LOG = System.getLogger(RequestValues.class.getName());

    private final Map<Class<?>, RequestValue> made = new HashMap<>();
    private List<AutoCloseable> toClose = new ArrayList<>();
    private @Nullable ResponseHeaders responseHeaders;
    private boolean isClosed;

    /** @throws IllegalStateException if the wiring does not say how to make one */
    synchronized RequestValue of(Class<?> type, Wiring wiring) {
        return made.computeIfAbsent(type, t -> {
            var maker = wiring.value(t);
            if (maker == null) throw new IllegalStateException("The request has no value of " + t.getName());
            return new RequestValue(t, maker::apply);
        });
    }

    synchronized ResponseHeaders responseHeaders() {
        if (responseHeaders == null) responseHeaders = new ResponseHeaders();
        return responseHeaders;
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
