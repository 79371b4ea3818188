package dev.perigee.client.stream;

import static dev.perigee.client.stream.WebSocketTrial.SETTINGS;
import static dev.perigee.client.stream.WebSocketTrial.TICKS;
import static dev.perigee.client.stream.WebSocketTrial.client;
import static dev.perigee.client.stream.WebSocketTrial.complete;
import static dev.perigee.client.stream.WebSocketTrial.failure;
import static dev.perigee.client.stream.WebSocketTrial.next;
import static dev.perigee.client.stream.WebSocketTrial.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol {@code graphql-transport-ws}, with servers that keep it and servers that don't. */
@Timeout(20)
class WebSocketTest {
    @Test
    void subscriptions_share_a_connection() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(peer.acknowledge());
                    received.add(peer.read());
                    received.add(peer.read());
                    peer.send(next("2", 20));
                    peer.send(next("1", 10));
                    peer.send(complete("1"));
                    peer.send(next("2", 21));
                    received.add(peer.read());
                    received.add(peer.read());
                });
                Client client = client(server, SETTINGS)) {
            Probe first = Probe.eager(client.subscribe(TICKS));
            Probe second = Probe.eager(client.subscribe(TICKS.variable("n", 1)));
            assertThat(first.next()).isEqualTo(Map.of("tick", 10));
            assertThat(first.end()).isEqualTo("complete");
            assertThat(second.next()).isEqualTo(Map.of("tick", 20));
            assertThat(second.next()).isEqualTo(Map.of("tick", 21));
            second.cancel();
            second.cancel();
            assertThat(received.take()).isEqualTo("{\"type\":\"connection_init\"}");
            assertThat(received.take())
                    .isEqualTo(
                            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { tick }\"}}");
            assertThat(received.take()).contains("\"id\":\"2\"", "\"variables\":{\"n\":1}");
            assertThat(received.take()).isEqualTo("{\"type\":\"complete\",\"id\":\"2\"}");
            client.close();
            assertThat(received.take()).isEqualTo("close 1000 ");
            assertThat(server.connections).hasValue(1);
            assertThat(second.isOver()).isFalse();
        }
    }

    @Test
    void a_refusal_is_a_request_error() throws IOException {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.send("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"No such field\"}]}");
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS)) {
            assertThat(Probe.eager(client.subscribe(TICKS)).end())
                    .isInstanceOfSatisfying(
                            RequestErrorException.class, e -> assertThat(e).hasMessage("No such field"));
        }
    }

    @Test
    void pings_are_answered_before_and_after_the_acknowledgement() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.accept("graphql-transport-ws");
                    peer.send("{\"type\":\"ping\"}");
                    peer.read(); // connection_init
                    received.add(peer.read());
                    peer.send("{\"type\":\"connection_ack\",\"payload\":{\"any\":[1]}}");
                    peer.send("{\"type\":\"ping\",\"payload\":{\"n\":[1,\"é\"]}}");
                    peer.read(); // subscribe
                    received.add(peer.read());
                });
                Client client = client(server, SETTINGS)) {
            Probe.eager(client.subscribe(TICKS));
            assertThat(received.take()).isEqualTo("{\"type\":\"pong\"}");
            assertThat(received.take()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"n\":[1,\"é\"]}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4400 | Bad id  | The server closed the connection with 4400 (it takes what this client sent for"
                        + " invalid): Bad id",
                "4401 | Unauthorized | The server closed the connection with 4401 (unauthorized)",
                "4403 | Forbidden | The server closed the connection with 4403 (forbidden: check the credentials):"
                        + " Forbidden",
                "4429 | Too many initialisation requests | The server closed the connection with 4429 (too many"
                        + " connection_init): Too many initialisation requests",
                "1001 | '' | The server closed the connection with 1001 (it is going away)",
                "4999 | Lunch | The server closed the connection with 4999: Lunch",
                "1000 | '' | The server closed the connection with 1000 (normally, with subscriptions open)",
            })
    void a_closed_connection_says_why(int code, String reason, String message) throws IOException {
        TransportException failure = failure(
                peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.close(code, reason);
                },
                SETTINGS);
        assertThat(told(failure)).isEqualTo(message);
        assertThat(failure.status()).isEqualTo(code);
        assertThat(failure.mayHaveRun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                     | Unexpected end-of-input",
                "[]                                    | it is no JSON object",
                "{} {}                                 | there is more than one JSON object",
                "{\"id\":\"1\"}                        | it has no type",
                "{\"type\":1}                          | its type is no string",
                "{\"type\":\"data\",\"id\":\"1\"}      | its type is \"data\"",
                "{\"type\":\"data\"}                   | its type is \"data\", and it has no id",
                "{\"type\":\"next\",\"id\":\"1\"}      | it has no payload",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":3} | it has no payload",
                "{\"type\":\"next\",\"id\":\"7\",\"payload\":{}} | its id is of no subscription: \"7\"",
                "{\"type\":\"complete\",\"id\":\"x\"}  | its id is of no subscription: \"x\"",
                "{\"type\":\"connection_ack\"}         | the connection is acknowledged already",
            })
    void a_message_that_is_none_ends_the_connection(String message, String why) throws Exception {
        BlockingQueue<String> closed = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.send(message);
                    closed.add(peer.read());
                });
                Client client = client(server, SETTINGS)) {
            Probe probe = Probe.eager(client.subscribe(TICKS));
            assertThat(closed.take()).startsWith("close 4004 ");
            assertThat(probe.end())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(told(e))
                                    .startsWith(
                                            "The server broke the protocol by sending a message that is none: " + why));
        }
    }

    @Test
    void deep_binary_and_large_messages_end_the_connection() throws IOException {
        SubscriptionSettings small = SETTINGS.limits(10_000, 10, Duration.ofSeconds(5));
        assertThat(told(failure(
                        peer -> {
                            peer.acknowledge();
                            peer.send("{\"type\":\"next\",\"payload\":" + "[".repeat(5_000));
                            peer.awaitEnd();
                        },
                        SETTINGS)))
                .contains("nesting depth");
        assertThat(told(failure(
                        peer -> {
                            peer.acknowledge();
                            peer.frame(0x82, new byte[3]);
                            peer.awaitEnd();
                        },
                        SETTINGS)))
                .isEqualTo("The server broke the protocol by a binary message");
        // A frame that never ends: of a message's first part, then of more and more others.
        assertThat(told(failure(
                        peer -> {
                            peer.acknowledge();
                            for (int kind = 0x01; ; kind = 0x00)
                                peer.frame(kind, "x".repeat(500).getBytes(UTF_8));
                        },
                        small)))
                .isEqualTo("The server broke the protocol by a message of more than 11024 bytes");
    }

    @Test
    void an_event_that_is_too_large_ends_its_subscription_alone() throws Exception {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.read();
                    peer.send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"tick\":\"" + "é".repeat(600)
                            + "\"}}}");
                    peer.send(next("2", 2));
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS.limits(1_000, 10, Duration.ofSeconds(5)))) {
            Probe first = Probe.eager(client.subscribe(TICKS));
            Probe second = Probe.eager(client.subscribe(TICKS));
            assertThat(first.end())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(told(e)).isEqualTo("An event has 1220 bytes (maxEventBytes: 1000)"));
            assertThat(second.next()).isEqualTo(Map.of("tick", 2));
        }
    }

    /** The JDK's client does not see each end of a connection by itself, but a ping does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_that_dies_is_noticed_after_the_events_that_it_sent(boolean reset) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.send(next("1", 1));
                    arrived.await();
                    peer.out.write(new byte[] {(byte) 0x81, 100, '{'}); // and dies in the middle of a frame
                    if (reset) peer.reset();
                });
                Client client = client(server, SETTINGS.times(Duration.ofSeconds(10), Duration.ofMillis(500)))) {
            Probe probe = Probe.eager(client.subscribe(TICKS));
            Probe other = Probe.eager(client.subscribe(TICKS));
            assertThat(probe.next()).isEqualTo(Map.of("tick", 1));
            arrived.countDown();
            assertThat(probe.end()).isInstanceOfSatisfying(TransportException.class, e -> {
                assertThat(told(e)).startsWith("The connection was lost");
                assertThat(e.status()).isZero();
            });
            assertThat(other.end()).isInstanceOf(TransportException.class);
        }
    }

    /** How many events a server gets rid of while nobody takes them is bounded by buffers, not by the server. */
    @Test
    void a_slow_subscriber_slows_the_server() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    String text = "x".repeat(10_000);
                    for (int i = 0; i < 10_000; i++, sent.incrementAndGet()) {
                        peer.send("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"tick\":" + i + ",\"x\":\""
                                + text + "\"}}}");
                    }
                    peer.send(complete("1"));
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS.limits(1 << 20, 16, Duration.ofMinutes(5)))) {
            Probe probe = Probe.of(client.subscribe(TICKS));
            awaitStandstill(sent);
            assertThat(sent).hasValueLessThan(2_000);
            probe.request(3);
            for (int i = 0; i < 3; i++) assertThat(tick(probe.next())).isEqualTo(i);
            assertThat(probe.events).isEmpty();
            probe.request(Long.MAX_VALUE);
            for (int i = 3; i < 10_000; i++) assertThat(tick(probe.next())).isEqualTo(i);
            assertThat(probe.end()).isEqualTo("complete");
        }
    }

    private static Object tick(Object data) {
        return ((Map<?, ?>) data).get("tick");
    }

    /** Until it does not grow for a quarter of a second. */
    private static void awaitStandstill(AtomicLong count) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (long seen = -1; seen != count.get() || seen == 0; ) {
            seen = count.get();
            assertThat(never.await(250, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void a_subscriber_that_holds_up_others_for_too_long_is_cut_off() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.read();
                    for (int i = 0; i < 5; i++) peer.send(next("1", i));
                    peer.send(next("2", 2));
                    received.add(peer.read());
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS.limits(1_000, 3, Duration.ofMillis(200)))) {
            Probe slow = Probe.of(client.subscribe(TICKS));
            Probe other = Probe.eager(client.subscribe(TICKS));
            assertThat(slow.end())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(told(e))
                                    .isEqualTo("The subscriber has held up the connection for 200 ms: it took no event,"
                                            + " and had as many waiting as it may (maxEvents: 3, maxEventBytes:"
                                            + " 1000)"));
            assertThat(other.next()).isEqualTo(Map.of("tick", 2));
            assertThat(received.take()).isEqualTo("{\"type\":\"complete\",\"id\":\"1\"}");
        }
    }

    @Test
    void a_silent_connection_is_asked_and_given_up() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        TransportException failure = failure(
                peer -> {
                    peer.acknowledge();
                    peer.read();
                    received.add(peer.read());
                    peer.send("{\"type\":\"pong\"}");
                    received.add(peer.read());
                    peer.awaitEnd(); // no second answer
                },
                SETTINGS.times(Duration.ofSeconds(10), Duration.ofMillis(100)));
        assertThat(told(failure)).isEqualTo("The connection was lost: no answer to a ping within 100 ms");
        assertThat(received).containsExactly("{\"type\":\"ping\"}", "{\"type\":\"ping\"}");
    }

    @Test
    void a_connection_that_nobody_uses_is_closed_and_another_opened_when_needed() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.acknowledge();
                    peer.read();
                    peer.send(complete("1"));
                    received.add(peer.read());
                });
                Client client = client(server, SETTINGS.times(Duration.ofSeconds(10), Duration.ofMillis(100)))) {
            assertThat(Probe.eager(client.subscribe(TICKS)).end()).isEqualTo("complete");
            assertThat(received.take()).isEqualTo("close 1000 ");
            assertThat(Probe.eager(client.subscribe(TICKS)).end()).isEqualTo("complete");
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void closing_the_client_ends_what_is_open() throws Exception {
        CountDownLatch subscribed = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(peer -> {
            peer.acknowledge();
            peer.read();
            subscribed.countDown();
            peer.awaitEnd();
        })) {
            Client client = client(server, SETTINGS);
            Probe probe = Probe.eager(client.subscribe(TICKS));
            subscribed.await();
            client.close();
            assertThat(probe.end())
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(told(e)).isEqualTo("The client was closed"));
            assertThat(Probe.eager(client.subscribe(TICKS)).end()).isInstanceOf(TransportException.class);
        }
    }
}
