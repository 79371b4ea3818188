package dev.perigee.grpc.channel;

import dev.perigee.data.Context;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call of a unary method, from the gate to its reply. Cancelling it cancels the call. It completes on a thread of the
 * transport, or on the caller's if there is nothing to wait for.
 */
final class UnaryCall extends CompletableFuture<Reply> implements Runnable {
    private final Upstream upstream;
    private final Call call;
    private final Metadata metadata;
    private final long deadline;
    private volatile @Nullable ClientCall<byte[], byte[]> running;
    private volatile @Nullable CompletableFuture<Void> waiting;
    private Context.@Nullable Registration registration;
    private boolean isInside;

    /** @param metadata of this call alone */
    UnaryCall(Upstream upstream, Call call, Metadata metadata) {
        this.upstream = upstream;
        this.call = call;
        this.metadata = metadata;
        this.deadline = System.nanoTime() + upstream.timeouts().nanosFor(call);
    }

    /** Begins the call, now or when there is room for it. */
    void begin() {
        Context context = call.context();
        if (context != null) registration = context.onCancel(() -> cancel(true));
        if (isDone()) return; // cancelled already
        switch (upstream.gate().enter(this)) {
            case INSIDE -> run();
            case WAITING -> waitAtMost(deadline - System.nanoTime());
            case NONE -> {
                String message = "Too many calls wait for the service. Try again later.";
                fail(Status.RESOURCE_EXHAUSTED.withDescription(message), new Metadata());
            }
        }
    }

    private void waitAtMost(long nanos) {
        CompletableFuture<Void> wait =
                new CompletableFuture<Void>().completeOnTimeout(null, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        waiting = wait;
        // Whoever waits for this call must not go on in the JDK's one thread for timeouts.
        wait.thenRunAsync(this::waitedTooLong, Thread::startVirtualThread);
        if (running != null || isDone())
            wait.cancel(false); // its turn, or its end, came before there was a wait to end
    }

    private void waitedTooLong() {
        upstream.gate().giveUp(this);
        if (running != null) return; // its turn came just now: gRPC watches the deadline
        fail(Status.DEADLINE_EXCEEDED.withDescription("waited for other calls"), new Metadata());
    }

    /** Makes the call: the gate has let it in. */
    @Override
    public void run() {
        synchronized (this) {
            isInside = true;
        }
        long nanos = deadline - System.nanoTime();
        if (nanos <= 0) fail(Status.DEADLINE_EXCEEDED, new Metadata());
        if (isDone()) {
            end();
            return;
        }
        ClientCall<byte[], byte[]> started = upstream.channel()
                .newCall(
                        call.method().descriptor(), CallOptions.DEFAULT.withDeadlineAfter(nanos, TimeUnit.NANOSECONDS));
        running = started;
        stopWaiting();
        start(started);
    }

    private void start(ClientCall<byte[], byte[]> started) {
        try {
            started.start(new Listener(), metadata);
            started.request(2); // one, and whatever must not follow it
            started.sendMessage(call.request());
            started.halfClose();
        } catch (RuntimeException | Error e) {
            // That of a call that another thread has cancelled in between says nothing.
            started.cancel(null, e);
            completeExceptionally(e);
            end();
        }
        if (isCompletedExceptionally()) started.cancel("Cancelled", null); // by another thread, before there was a call
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!super.cancel(mayInterruptIfRunning)) return false;
        ClientCall<byte[], byte[]> started = running;
        if (started != null) {
            started.cancel("Cancelled", null);
        } else {
            upstream.gate().giveUp(this);
            stopWaiting();
            end();
        }
        return true;
    }

    private void stopWaiting() {
        CompletableFuture<Void> wait = waiting;
        if (wait != null) wait.cancel(false);
    }

    private void fail(Status status, Metadata trailers) {
        end();
        if (!isDone()) completeExceptionally(upstream.toError(call, status, trailers));
    }

    /** Gives back what the call holds, once. */
    private void end() {
        boolean mustLeave;
        synchronized (this) {
            mustLeave = isInside;
            isInside = false;
        }
        if (mustLeave) upstream.gate().leave();
        Context.Registration mine = registration;
        if (mine != null) mine.close();
    }

    /** Of one message, as a unary call has. */
    private final class Listener extends ClientCall.Listener<byte[]> {
        private Metadata headers = new Metadata();
        private byte @Nullable [] message;

        @Override
        public void onHeaders(Metadata headers) {
            this.headers = headers;
        }

        @Override
        public void onMessage(byte[] message) {
            if (this.message == null) {
                this.message = message;
                return;
            }
            // There may be more of them, without an end.
            defect("several messages", new Metadata());
            ClientCall<byte[], byte[]> started = running;
            if (started != null) started.cancel("Several messages", null);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            try {
                if (status.isOk()) succeed(trailers);
                else fail(status, trailers);
            } catch (RuntimeException | Error e) {
                completeExceptionally(e); // somebody waits
                end();
            }
        }

        private void succeed(Metadata trailers) {
            byte[] only = message;
            if (only == null) {
                defect("no message", trailers);
                return;
            }
            upstream.collect(call, headers, trailers);
            end();
            complete(new Reply(only, headers, trailers));
        }

        private void defect(String what, Metadata trailers) {
            fail(Status.INTERNAL.withDescription("A unary method answered with " + what), trailers);
        }
    }
}
