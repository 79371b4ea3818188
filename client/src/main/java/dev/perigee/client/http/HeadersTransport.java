package dev.perigee.client.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Puts headers on requests, made for each anew when it is about to be sent. */
public final class HeadersTransport implements Transport {
    private final Transport next;
    private final Function<Outgoing, Map<String, String>> headers;

    public HeadersTransport(Transport next, Function<Outgoing, Map<String, String>> headers) {
        this.next = next;
        this.headers = headers;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        return next.send(request.withHeaders(headers.apply(request)));
    }

    @Override
    public void close() {
        next.close();
    }
}
