package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.TransportException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lost subscriptions, begun anew. */
@Timeout(20)
class ReconnectingTest {
    private static final SubscriptionSettings THREE_TIMES =
            SubscriptionSettings.webSocket().reconnects(3, Duration.ofMillis(10));

    @Test
    void a_subscriber_sees_one_subscription_and_keeps_its_demand() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    int time = times.incrementAndGet();
                    peer.send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"tick\":" + time + "}}}");
                    if (time < 3) peer.close(1001, "");
                    peer.send("{\"id\":\"1\",\"type\":\"complete\"}");
                    peer.awaitEnd();
                });
                Client client =
                        Client.builder(server.uri()).subscriptions(THREE_TIMES).build()) {
            Probe probe = Probe.of(client.subscribe(Operation.of("subscription { tick }")));
            probe.request(3);
            for (int time = 1; time <= 3; time++) assertThat(probe.next()).isEqualTo(Map.of("tick", time));
            assertThat(probe.end()).isEqualTo("complete");
        }
    }

    @Test
    void it_gives_up_after_some_times_and_at_once_where_it_would_not_help() throws Exception {
        try (SocketServer down = new SocketServer(peer -> peer.head("503 Service Unavailable", "text/plain"));
                SocketServer wrong = new SocketServer(peer -> peer.head("404 Not Found", "text/plain"))) {
            for (SocketServer server : new SocketServer[] {down, wrong}) {
                try (Client client =
                        Client.builder(server.uri()).subscriptions(THREE_TIMES).build()) {
                    assertThat(Probe.eager(client.subscribe(Operation.of("subscription { tick }")))
                                    .end())
                            .isInstanceOf(TransportException.class);
                }
            }
            assertThat(down.connections).hasValue(4);
            assertThat(wrong.connections).hasValue(1);
        }
    }
}
