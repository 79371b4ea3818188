package dev.perigee.client.http;

import java.util.concurrent.CompletableFuture;

/** Sends a request and gets its reply: HTTP itself, or something around another transport. Thread-safe. */
@FunctionalInterface
public interface Transport extends AutoCloseable {
    /**
     * Starts sending. Cancelling the future cancels what is on its way.
     *
     * @return fails with a {@link dev.perigee.client.TransportException} if there is no reply
     */
    CompletableFuture<Reply> send(Outgoing request);

    /** Ends connections; nothing is sent afterwards. */
    @Override
    default void close() {}
}
