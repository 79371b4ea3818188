package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's call of a server-streaming method. What the subscriber asks for, gRPC asks the server for, one for
 * one: nothing is kept here, and a slow subscriber makes the server wait. The subscriber is called on virtual threads,
 * by one at a time.
 */
final class StreamCall extends ClientCall.Listener<byte[]> implements Flow.Subscription {
    private final Upstream upstream;
    private final Call call;
    private final Flow.Subscriber<? super byte[]> subscriber;
    private final ClientCall<byte[], byte[]> running;
    private Context.@Nullable Registration registration;
    private @Nullable Throwable failure; // ours: the server's is a status
    private long askedEarly;
    private boolean isStarted;
    private boolean isOver;

    StreamCall(Upstream upstream, Call call, Flow.Subscriber<? super byte[]> subscriber) {
        this.upstream = upstream;
        this.call = call;
        this.subscriber = subscriber;
        long nanos = upstream.timeouts().nanosForStream(call);
        CallOptions options = CallOptions.DEFAULT.withExecutor(Thread::startVirtualThread);
        if (nanos < Long.MAX_VALUE / 2) options = options.withDeadlineAfter(nanos, TimeUnit.NANOSECONDS);
        this.running = upstream.channel().newCall(call.method().descriptor(), options);
    }

    void begin() {
        subscriber.onSubscribe(this);
        // Not here: in process, a service would run as part of subscribing.
        Thread.startVirtualThread(this::start);
    }

    private void start() {
        Context context = call.context();
        if (context != null) registration = context.onCancel(() -> fail(new CancellationException()));
        try {
            Metadata metadata = upstream.metadata(call);
            long first;
            synchronized (this) {
                if (isOver) return;
                first = askedEarly;
                isStarted = failure == null;
                if (isStarted) running.start(this, metadata);
            }
            if (!isStarted) {
                onClose(Status.CANCELLED, new Metadata());
                return;
            }
            ask(first);
            running.sendMessage(call.request());
            running.halfClose();
        } catch (ClientException e) {
            if (end()) subscriber.onError(e);
        } catch (RuntimeException | Error e) {
            fail(e); // unless it was cancelled in between
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            fail(new IllegalArgumentException("Asked for " + n + " messages (at least 1)"));
            return;
        }
        synchronized (this) {
            if (isOver) return;
            if (!isStarted) {
                askedEarly = askedEarly + n < 0 ? Long.MAX_VALUE : askedEarly + n;
                return;
            }
        }
        ask(n);
    }

    /** More than an int holds is as good as all. */
    private void ask(long n) {
        if (n > 0) running.request((int) Math.min(n, Integer.MAX_VALUE));
    }

    @Override
    public void cancel() {
        if (!end()) return;
        synchronized (this) {
            running.cancel("Cancelled", null);
        }
    }

    /** Ends the call. The subscriber is told when gRPC says so: not beside a message that it is just being told of. */
    private void fail(Throwable cause) {
        synchronized (this) {
            if (isOver || failure != null) return;
            failure = cause;
            if (isStarted) running.cancel("Cancelled", cause);
        }
    }

    @Override
    public void onMessage(byte[] message) {
        synchronized (this) {
            if (isOver || failure != null) return;
        }
        subscriber.onNext(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (!end()) return;
        Throwable ours = failure;
        if (ours != null) subscriber.onError(ours);
        else if (status.isOk()) subscriber.onComplete();
        else subscriber.onError(upstream.toError(call, status, trailers));
    }

    /** Whether this ended it: nothing is told to the subscriber after that. */
    private boolean end() {
        synchronized (this) {
            if (isOver) return false;
            isOver = true;
        }
        Context.Registration mine = registration;
        if (mine != null) mine.close();
        return true;
    }
}
