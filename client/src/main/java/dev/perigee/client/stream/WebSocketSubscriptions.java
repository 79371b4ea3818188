package dev.perigee.client.stream;

import dev.perigee.client.http.Outgoing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** By {@code graphql-transport-ws}. Subscriptions of the same headers share a connection, opened for the first of them. */
final class WebSocketSubscriptions implements Subscriptions {
    private final Endpoint endpoint;

    /** By the headers of their operations. Also the lock of itself and of what follows. */
    private final Map<Map<String, String>, Connection> connections = new HashMap<>();

    private boolean closed;

    WebSocketSubscriptions(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Flow.Publisher<byte[]> subscribe(Outgoing request) {
        return subscriber -> {
            Events events = Events.of(subscriber, endpoint.settings().limits());
            Connection connection = connection(request.headers());
            while (connection != null && !connection.add(request, events)) { // it has failed, and there will be another
                connection = connection(request.headers());
            }
            if (connection == null) events.fail(endpoint.failures().clientClosed());
            else connection.connect();
        };
    }

    /** Null once the client is closed. */
    private @Nullable Connection connection(Map<String, String> headers) {
        synchronized (connections) {
            return closed
                    ? null
                    : connections.computeIfAbsent(headers, all -> new Connection(endpoint, all, this::forget));
        }
    }

    private void forget(Connection ended) {
        synchronized (connections) {
            connections.values().remove(ended);
        }
    }

    @Override
    public void close() {
        List<Connection> open;
        synchronized (connections) {
            closed = true;
            open = List.copyOf(connections.values());
        }
        CompletableFuture<?>[] closed = open.stream().map(Connection::close).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closed).exceptionally(failure -> null).join();
    }
}
