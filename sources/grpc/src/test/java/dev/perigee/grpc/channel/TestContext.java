package dev.perigee.grpc.channel;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A request that a test cancels by itself. */
final class TestContext implements Context {
    final ResponseHeaders response = new ResponseHeaders();
    final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private final Headers headers;
    private final Duration remaining;
    private volatile boolean isCancelled;

    TestContext(Headers headers, Duration remaining) {
        this.headers = headers;
        this.remaining = remaining;
    }

    static TestContext of(Map<String, List<String>> headers) {
        return new TestContext(Headers.of(headers), Duration.ofSeconds(30));
    }

    static TestContext within(Duration remaining) {
        return new TestContext(Headers.NONE, remaining);
    }

    void cancel() {
        isCancelled = true;
        onCancel.forEach(Runnable::run);
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public <T> T value(Class<T> type) {
        return type.cast(response);
    }

    @Override
    public String operationName() {
        return null;
    }

    @Override
    public Duration remaining() {
        return remaining;
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        if (isCancelled) action.run();
        else onCancel.add(action);
        return () -> onCancel.remove(action);
    }
}
