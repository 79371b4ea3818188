package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.ClientBuilder;
import dev.perigee.client.Credentials;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Protocol;
import dev.perigee.client.TransportException;
import dev.perigee.client.stream.SocketServer.Script;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost subscriptions, begun anew. */
@Timeout(20)
class ReconnectingTest {
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
                Client client = client(server.uri(), Protocol.WEB_SOCKET).build()) {
            Probe probe = Probe.of(client.subscribe(Operation.of("subscription { tick }")));
            probe.request(3);
            for (int time = 1; time <= 3; time++) assertThat(probe.next()).isEqualTo(Map.of("tick", time));
            assertThat(probe.end()).isEqualTo("complete");
        }
    }

    /** How often it was tried until the subscriber was told of a failure. */
    private static int attempts(Protocol protocol, Script script) throws IOException {
        try (SocketServer server = new SocketServer(script)) {
            return attempts(protocol, server);
        }
    }

    private static int attempts(Protocol protocol, SocketServer server) {
        AtomicInteger attempts = new AtomicInteger();
        try (Client client = client(server.uri(), protocol)
                .credentials(Credentials.of(() -> Map.of("x-attempt", "" + attempts.incrementAndGet())))
                .build()) {
            assertThat(failure(client)).isInstanceOf(TransportException.class);
            return attempts.get();
        }
    }

    private static ClientBuilder client(URI uri, Protocol protocol) {
        SubscriptionSettings settings = protocol == Protocol.WEB_SOCKET
                ? SubscriptionSettings.webSocket()
                : SubscriptionSettings.serverSentEvents();
        return Client.builder(uri)
                .subscriptions(settings.reconnects(3, Duration.ofMillis(10)).limits(1_000, 10, Duration.ofSeconds(5)));
    }

    private static Object failure(Client client) {
        return Probe.eager(client.subscribe(Operation.of("subscription { tick }")))
                .end();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void it_gives_up_after_some_times(Protocol protocol) throws IOException {
        assertThat(attempts(protocol, SocketServer.Peer::reset)).isEqualTo(4);
        for (String type : List.of("text/plain", "application/json")) {
            assertThat(attempts(protocol, peer -> {
                        peer.body();
                        peer.head("503 Service Unavailable", type);
                    }))
                    .as(type)
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void where_nobody_listens_is_asked_again(Protocol protocol) throws IOException {
        SocketServer server = new SocketServer(peer -> {});
        server.close();
        assertThat(attempts(protocol, server)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void an_address_or_a_request_that_is_wrong_stays_wrong(Protocol protocol) throws IOException {
        for (String status :
                List.of("400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "200 OK")) {
            assertThat(attempts(protocol, peer -> {
                        peer.body();
                        peer.head(status, "text/plain");
                    }))
                    .as(status)
                    .isEqualTo(1);
        }
        assertThat(attempts(protocol, peer -> peer.write("SSH-2.0-OpenSSH_9.9\r\n")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void what_the_client_itself_gets_wrong_stays_wrong(Protocol protocol) throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        try (SocketServer server = new SocketServer(SocketServer.Peer::awaitEnd);
                Client client = client(server.uri(), protocol)
                        .credentials(Credentials.of(() -> {
                            attempts.incrementAndGet();
                            throw new IllegalStateException("no key");
                        }))
                        .build()) {
            assertThat(failure(client)).isInstanceOf(TransportException.class);
            assertThat(attempts).hasValue(1);
        }
    }

    @Test
    void closing_the_client_ends_the_waiting() throws Exception {
        SubscriptionSettings patient = SubscriptionSettings.webSocket().reconnects(3, Duration.ofMinutes(1));
        CountDownLatch failed = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(peer -> {
            peer.head("503 Service Unavailable", "text/plain");
            failed.countDown();
        })) {
            Client client = Client.builder(server.uri()).subscriptions(patient).build();
            Probe probe = Probe.eager(client.subscribe(Operation.of("subscription { tick }")));
            failed.await();
            client.close();
            assertThat(probe.end()).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void an_event_that_is_too_large_is_not_asked_for_again() throws IOException {
        assertThat(attempts(Protocol.SERVER_SENT_EVENTS, peer -> {
                    peer.body();
                    peer.head("200 OK", "text/event-stream");
                    peer.write("data: " + "x".repeat(2_000) + "\n\n");
                    peer.awaitEnd();
                }))
                .isEqualTo(1);
    }

    /** Before it lets subscribe, a server has refused who calls; later, a token may be over that will be replaced. */
    @ParameterizedTest
    @ValueSource(ints = {4401, 4403})
    void a_refusal_at_the_door_is_final(int code) throws IOException {
        assertThat(attempts(Protocol.WEB_SOCKET, peer -> {
                    peer.accept("graphql-transport-ws");
                    peer.read();
                    peer.close(code, "");
                }))
                .isEqualTo(1);
        assertThat(attempts(Protocol.WEB_SOCKET, peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.close(code, "");
                }))
                .isEqualTo(4);
    }
}
