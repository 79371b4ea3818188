package dev.perigee.client.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Puts headers on all requests; those that a request brings itself go before them. */
public final class HeadersTransport implements Transport {
    private final Transport next;
    private final Map<String, String> headers;

    public HeadersTransport(Transport next, Map<String, String> headers) {
        this.next = next;
        this.headers = Map.copyOf(headers);
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(request.headers());
        return next.send(request.withHeaders(all));
    }

    @Override
    public void close() {
        next.close();
    }
}
