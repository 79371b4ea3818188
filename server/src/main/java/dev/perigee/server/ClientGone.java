package dev.perigee.server;

import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Ends what a client does not wait for any more: the stream, the connection or the server ends. */
final class ClientGone {
    private ClientGone() {}

    static void cancel(ServiceRequestContext context, CompletableFuture<?> running) {
        // Off the thread that all requests share: what cancels a statement or a call may take its time.
        Runnable cancel = () -> Thread.startVirtualThread(() -> running.cancel(true));
        context.whenRequestCancelling().thenRun(cancel);
        // Of a connection of HTTP/1.1 that was closed, Armeria tells a second later.
        Channel connection = connection(context);
        if (connection == null) return;
        ChannelFutureListener closed = connectionClosed -> cancel.run();
        connection.closeFuture().addListener(closed);
        running.whenComplete((response, failure) -> connection.closeFuture().removeListener(closed));
    }

    static @Nullable Channel connection(ServiceRequestContext context) {
        return context.log().ensureAvailable(RequestLogProperty.SESSION).channel();
    }

    /** What is behind a failure, where it only says that it was cancelled. */
    static Throwable reason(ServiceRequestContext context, Throwable failure) {
        if (!(failure instanceof CancellationException)) return failure;
        Throwable cancelled = context.cancellationCause();
        return cancelled == null ? ClosedSessionException.get() : cancelled;
    }
}
