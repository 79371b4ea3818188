package dev.perigee.client.stream;

import dev.perigee.client.http.Outgoing;
import java.util.concurrent.Flow;

/** Opens subscriptions: one way of doing so. Thread-safe. */
public interface Subscriptions extends AutoCloseable {
    /**
     * One payload, a response as JSON, for each event, as many as are asked for. Each subscriber gets a subscription of its
     * own, which cancelling ends at the server, too. A refusal by the server is a payload with errors and without data;
     * a connection that fails is a {@link dev.perigee.client.TransportException}.
     */
    Flow.Publisher<byte[]> subscribe(Outgoing request);

    @Override
    void close();
}
