package dev.perigee.service;

import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.sql.hydration.PlainRequest;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gRPC call that is served on this thread, as a request of the data layer: over when the call is. Thread-safe. */
final class GrpcRequest implements Context, AutoCloseable {
    private final io.grpc.Context call;
    private final PlainRequest request;

    private GrpcRequest(io.grpc.Context call, PlainRequest request) {
        this.call = call;
        this.request = request;
    }

    /** @param atMost what it may take where the call has no deadline, or a later one */
    static GrpcRequest current(Duration atMost) {
        io.grpc.Context call = io.grpc.Context.current();
        Deadline deadline = call.getDeadline();
        Duration left = deadline == null ? atMost : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
        return new GrpcRequest(call, new PlainRequest(left.compareTo(atMost) < 0 ? left : atMost));
    }

    @Override
    public Headers headers() {
        return Headers.NONE;
    }

    @Override
    public <T> T value(Class<T> type) {
        return request.value(type);
    }

    @Override
    public @Nullable String operationName() {
        return null;
    }

    @Override
    public Duration remaining() {
        return request.remaining();
    }

    @Override
    public boolean isCancelled() {
        return call.isCancelled() || request.isCancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
        io.grpc.Context.CancellationListener listener = cancelled -> action.run();
        call.addListener(listener, Runnable::run); // at once, if it is cancelled already
        Registration atEnd = request.onCancel(action);
        return () -> {
            call.removeListener(listener);
            atEnd.close();
        };
    }

    @Override
    public void close() {
        request.close();
    }
}
