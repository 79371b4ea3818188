package dev.perigee.client.stream;

import static dev.perigee.client.stream.WebSocketTrial.SETTINGS;
import static dev.perigee.client.stream.WebSocketTrial.TICKS;
import static dev.perigee.client.stream.WebSocketTrial.client;
import static dev.perigee.client.stream.WebSocketTrial.failure;
import static dev.perigee.client.stream.WebSocketTrial.next;
import static dev.perigee.client.stream.WebSocketTrial.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.TransportException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until a server lets subscribe by a WebSocket: its address, the handshake, the initialization. */
@Timeout(20)
class WebSocketOpeningTest {
    @Test
    void headers_go_with_the_handshake_and_as_payload_of_the_initialization() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(String.valueOf(peer.headers.get("authorization")));
                    received.add(peer.acknowledge());
                    peer.awaitEnd();
                });
                Client plain = client(server, SETTINGS);
                Client other = client(server, SETTINGS.initPayload(headers -> Map.of("token", headers.size())))) {
            Operation<?> operation = TICKS.header("Authorization", "Bearer b");
            plain.subscribe(operation).subscribe(new Idle<>());
            assertThat(received.take()).isEqualTo("Bearer b");
            assertThat(received.take())
                    .isEqualTo("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer b\"}}");
            other.subscribe(operation).subscribe(new Idle<>());
            assertThat(received.take()).isEqualTo("Bearer b");
            assertThat(received.take()).isEqualTo("{\"type\":\"connection_init\",\"payload\":{\"token\":1}}");
        }
    }

    @Test
    void a_payload_of_the_initialization_that_can_not_be_made() throws IOException {
        SubscriptionSettings broken = SETTINGS.initPayload(headers -> {
            throw new IllegalStateException("no token");
        });
        SubscriptionSettings noJson = SETTINGS.initPayload(headers -> Map.of("token", new Object()));
        try (SocketServer server = new SocketServer(SocketServer.Peer::acknowledge);
                Client failing = client(server, broken.reconnects(3, Duration.ofMillis(10)));
                Client strange = client(server, noJson)) {
            assertThat(Probe.eager(failing.subscribe(TICKS)).end())
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(told(e)).isEqualTo("No connection: no token");
                        assertThat(e.mayHaveRun()).isFalse();
                    });
            assertThat(Probe.eager(strange.subscribe(TICKS)).end())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(told(e)).startsWith("No connection: "));
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void a_handshake_can_fail() throws IOException {
        assertThat(failure(peer -> peer.head("404 Not Found", "text/html"), SETTINGS))
                .satisfies(e -> {
                    assertThat(told(e)).isEqualTo("No WebSocket: the server answered the handshake with status 404");
                    assertThat(e.status()).isEqualTo(404);
                    assertThat(e.mayHaveRun()).isFalse();
                });
        assertThat(told(failure(
                        peer -> {
                            peer.accept("");
                            peer.awaitEnd();
                        },
                        SETTINGS)))
                .isEqualTo("The server has opened a WebSocket without the subprotocol graphql-transport-ws");
        assertThat(told(failure(peer -> peer.accept("graphql-ws"), SETTINGS)))
                .isEqualTo("The server has opened a WebSocket without the subprotocol graphql-transport-ws");
        assertThat(told(failure(SocketServer.Peer::reset, SETTINGS))).startsWith("No connection");
        assertThat(told(failure(peer -> peer.write("SSH-2.0-OpenSSH_9.9\r\n"), SETTINGS)))
                .isEqualTo("The server broke the protocol: Invalid status line: \"SSH-2.0-OpenSSH_9.9\"");
        assertThat(told(failure(
                        peer -> peer.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n"
                                + "connection: upgrade\r\nsec-websocket-protocol: graphql-transport-ws\r\n"
                                + "sec-websocket-accept: bm90aGluZw==\r\n\r\n"),
                        SETTINGS)))
                .startsWith("No WebSocket: the server's handshake is none: ");
    }

    /** Of an answer that goes on and on, no more is taken than until the time for opening is over. */
    @Test
    void an_endless_refusal_is_given_up() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        assertThat(told(failure(
                        peer -> {
                            peer.head("403 Forbidden", "text/plain");
                            byte[] some = "x".repeat(10_000).getBytes(UTF_8);
                            try {
                                while (true) peer.out.write(some);
                            } catch (IOException e) {
                                gone.countDown();
                            }
                        },
                        SETTINGS.times(Duration.ofMillis(500), Duration.ofSeconds(30)))))
                .isEqualTo("The server has not let subscribe within 500 ms");
        assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_server_that_never_acknowledges_is_given_up() throws IOException {
        SubscriptionSettings impatient = SETTINGS.times(Duration.ofMillis(200), Duration.ofSeconds(30));
        TransportException failure = failure(
                peer -> {
                    peer.accept("graphql-transport-ws");
                    peer.awaitEnd();
                },
                impatient);
        assertThat(told(failure)).isEqualTo("The server has not let subscribe within 200 ms");
        assertThat(told(failure(SocketServer.Peer::awaitEnd, impatient))).isEqualTo(told(failure));
    }

    @Test
    void an_address_of_its_own_in_whatever_case() throws Exception {
        try (SocketServer server = new SocketServer(peer -> {
            peer.acknowledge();
            peer.read();
            peer.send(next("1", 1));
            peer.awaitEnd();
        })) {
            String address = server.uri().toString();
            for (String scheme : List.of("ws", "WS", "HTTP")) {
                URI uri = URI.create(address.replaceFirst("http", scheme));
                try (Client client = Client.builder(URI.create("http://localhost:1/graphql"))
                        .subscriptions(SETTINGS.at(uri))
                        .build()) {
                    assertThat(Probe.eager(client.subscribe(TICKS)).next()).isEqualTo(Map.of("tick", 1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/graphql", "/graphql", "wss:graphql", "wss://me:secret@localhost/graphql"})
    void an_address_that_is_none(String address) {
        assertThatThrownBy(() -> SETTINGS.at(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address ")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void nobody_listens() throws IOException {
        SocketServer server = new SocketServer(peer -> {});
        server.close();
        try (Client client = client(server, SETTINGS)) {
            Probe probe = Probe.eager(client.subscribe(TICKS));
            assertThat(probe.end()).isInstanceOfSatisfying(TransportException.class, e -> {
                assertThat(told(e)).startsWith("Can't connect");
                assertThat(e.mayHaveRun()).isFalse();
            });
            assertThat(Probe.eager(client.subscribe(TICKS)).end()).isInstanceOf(TransportException.class);
        }
    }
}
