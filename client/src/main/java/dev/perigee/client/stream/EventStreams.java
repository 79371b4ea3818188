package dev.perigee.client.stream;

import dev.perigee.client.http.Outgoing;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/** By {@code graphql-sse}, distinct connections: one response for each subscription. */
final class EventStreams implements Subscriptions {
    private final Endpoint endpoint;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EventStreams(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Flow.Publisher<byte[]> subscribe(Outgoing request) {
        return subscriber -> {
            Events events = Events.of(subscriber, endpoint.settings().limits());
            EventStream stream = new EventStream(endpoint, request, events, open::remove);
            open.add(stream);
            if (closed) stream.close(); // and if that is set later, close() finds it
            else stream.open();
        };
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(EventStream::close);
    }
}
