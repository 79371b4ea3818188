package dev.perigee.client.http;

import dev.perigee.client.Credentials;
import dev.perigee.client.TransportException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

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
        if (isAuthorized(request)) return next.send(request);
        Exchange exchange = new Exchange();
        attempt(request, exchange, (headers, reply) -> {
            if (reply.status() == UNAUTHORIZED && credentials.rejected(headers)) {
                attempt(request, exchange, (again, last) -> exchange.complete(last));
            } else {
                exchange.complete(reply);
            }
        });
        return exchange;
    }

    private static boolean isAuthorized(Outgoing request) {
        return request.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
    }

    private void attempt(Outgoing request, Exchange exchange, BiConsumer<Map<String, String>, Reply> then) {
        exchange.after(
                headers(request),
                headers ->
                        exchange.after(next.send(request.withHeaders(headers)), reply -> then.accept(headers, reply)));
    }

    private CompletableFuture<Map<String, String>> headers(Outgoing request) {
        // a copy: others may wait for the same token, and this request ends only its own waiting
        CompletableFuture<Map<String, String>> headers =
                credentials.headers().toCompletableFuture().copy();
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
