package dev.perigee.server;

import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.common.stream.StreamWriter;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes to a client and tells when it has read. Of all that is written, the network has one message at a time, and the next
 * only when that has left: so what waits here is what callers have not waited for. A client that lets a message wait too
 * long is cut off. Thread-safe.
 */
final class ClientWriter<T> {
    private final ServiceRequestContext context;
    private final StreamWriter<T> out;
    private final Duration maxStall;
    private final Runnable whenStalled;

    /** @param whenStalled called before a client is cut off */
    ClientWriter(ServiceRequestContext context, StreamWriter<T> out, Duration maxStall, Runnable whenStalled) {
        this.context = context;
        this.out = out;
        this.maxStall = maxStall;
        this.whenStalled = whenStalled;
    }

    /** @return completes when the message is on its way; fails if the client is gone */
    CompletableFuture<Void> write(T message) {
        if (!out.tryWrite(message)) return CompletableFuture.failedFuture(ClosedStreamException.get());
        CompletableFuture<Void> taken = out.whenConsumed();
        if (!taken.isDone()) watch(taken);
        return taken;
    }

    /** To be called when all is written, and the stream closed. */
    void watchTheEnd() {
        watch(context.log().whenComplete());
    }

    private void watch(CompletableFuture<?> reading) {
        Future<?> rule =
                context.eventLoop().withoutContext().schedule(this::cutOff, maxStall.toNanos(), TimeUnit.NANOSECONDS);
        reading.whenComplete((nothing, failure) -> rule.cancel(false));
    }

    private void cutOff() {
        whenStalled.run();
        Channel connection = ClientGone.connection(context);
        // Nothing can be told to a client that does not read. Over HTTP/2, others may share its connection.
        if (connection == null || context.sessionProtocol().isMultiplex()) {
            context.cancel();
        } else {
            connection.close();
        }
    }
}
