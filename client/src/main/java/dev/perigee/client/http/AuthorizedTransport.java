package dev.perigee.client.http;

import dev.perigee.client.Credentials;
import dev.perigee.client.TransportException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Puts credentials on requests. When the server answers 401 and there may be better ones, the request is sent once more,
 * whatever it does: a server that refuses to know a caller has run nothing for it. A request that brings an {@code
 * Authorization} of its own is left as it is.
 */
public final class AuthorizedTransport implements Transport {
    private static final int UNAUTHORIZED = 401;

    private final Transport next;
    private final Credentials credentials;

    public AuthorizedTransport(Transport next, Credentials credentials) {
        this.next = next;
        this.credentials = credentials;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        if (Headers.areAuthorized(request.headers())) return next.send(request);
        return attempt(request, (headers, reply) -> {
            boolean isWorthAnother = reply.status() == UNAUTHORIZED && credentials.rejected(headers);
            return isWorthAnother ? attempt(request, AuthorizedTransport::end) : end(headers, reply);
        });
    }

    private static CompletableFuture<Reply> end(Map<String, String> headers, Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    private CompletableFuture<Reply> attempt(
            Outgoing request, BiFunction<Map<String, String>, Reply, CompletableFuture<Reply>> then) {
        return Cancelling.compose(
                headers(request),
                headers -> Cancelling.compose(
                        next.send(request.withHeaders(headers)), reply -> then.apply(headers, reply)));
    }

    private CompletableFuture<Map<String, String>> headers(Outgoing request) {
        CompletableFuture<Map<String, String>> headers;
        try {
            // a copy: others may wait for the same token, and this request ends only its own waiting
            headers = credentials.headers().toCompletableFuture().copy();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return Deadline.hold(
                request,
                headers,
                () -> new TransportException(
                        "No credentials until the deadline of the request, which was not sent.", 0, false, null));
    }

    @Override
    public void close() {
        next.close();
    }
}
