package dev.perigee.client.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells the server how long its answer is waited for: the whole milliseconds that are left, in a header. */
public final class DeadlineTransport implements Transport {
    private final Transport next;
    private final String header;

    public DeadlineTransport(Transport next, String header) {
        this.next = next;
        this.header = header;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        long millis = Math.max(1, request.remaining().toMillis());
        return next.send(request.withHeaders(Map.of(header, Long.toString(millis))));
    }

    @Override
    public void close() {
        next.close();
    }
}
