package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.TransportException;
import dev.perigee.client.stream.SocketServer.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events, with servers that keep the protocol and servers that don't. */
@Timeout(20)
class EventStreamTest {
    private static final SubscriptionSettings SETTINGS = SubscriptionSettings.serverSentEvents();
    private static final Operation<Map<String, @Nullable Object>> TICKS = Operation.of("subscription { tick }");

    private static Client client(SocketServer server, SubscriptionSettings settings) {
        return Client.builder(server.uri()).subscriptions(settings).build();
    }

    private static String next(long tick) {
        return "event: next\ndata: {\"data\":{\"tick\":" + tick + "}}\n\n";
    }

    private static String failure(Script script, SubscriptionSettings settings) throws IOException {
        try (SocketServer server = new SocketServer(script);
                Client client = client(server, settings)) {
            return String.valueOf(failure(client).getMessage()).replaceFirst("^http://[^ ]*: ", "");
        }
    }

    private static TransportException failure(Client client) {
        Object end = Probe.eager(client.subscribe(TICKS)).end();
        assertThat(end).isInstanceOf(TransportException.class);
        return (TransportException) end;
    }

    @Test
    void each_subscription_has_a_response_of_its_own() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        CountDownLatch gone = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(peer.requestLine);
                    received.add(String.valueOf(peer.headers.get("accept")));
                    received.add(String.valueOf(peer.headers.get("x-test")));
                    received.add(peer.body());
                    peer.head("200 OK", "text/event-stream; charset=utf-8");
                    String others = "event: later\ndata: 1\n\ndata: {\"data\":{\"tick\":3}}\n\n";
                    peer.write(":\n\n" + next(1) + next(2) + others);
                    peer.awaitEnd();
                    gone.countDown();
                });
                Client client = client(server, SETTINGS)) {
            Probe probe = Probe.of(client.subscribe(TICKS.header("X-Test", "1")));
            probe.request(1);
            assertThat(probe.next()).isEqualTo(Map.of("tick", 1));
            assertThat(probe.events).isEmpty();
            probe.request(2);
            assertThat(probe.next()).isEqualTo(Map.of("tick", 2));
            assertThat(probe.next()).isEqualTo(Map.of("tick", 3)); // "later" is no event of the protocol
            assertThat(received.take()).startsWith("POST /graphql ");
            assertThat(received.take()).startsWith("text/event-stream,");
            assertThat(received.take()).isEqualTo("1");
            assertThat(received.take()).isEqualTo("{\"query\":\"subscription { tick }\"}");
            probe.cancel();
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(probe.isOver()).isFalse();
        }
    }

    @Test
    void completes_by_the_event_alone() throws IOException {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.head("200 OK", "text/event-stream");
                    peer.write(next(1) + "event: complete\n\n" + next(2));
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS)) {
            Probe probe = Probe.eager(client.subscribe(TICKS));
            assertThat(probe.end()).isEqualTo("complete");
            assertThat(probe.events).containsExactly(Map.of("tick", 1));
        }
        assertThat(failure(
                        peer -> {
                            peer.body();
                            peer.head("200 OK", "text/event-stream");
                            peer.write(next(1));
                        },
                        SETTINGS))
                .isEqualTo("The connection was lost: the response ended without the event \"complete\"");
        assertThat(failure(
                        peer -> {
                            peer.body();
                            peer.write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                                    + "transfer-encoding: chunked\r\n\r\n50\r\ndata: {");
                        },
                        SETTINGS))
                .startsWith("The connection was lost: ");
    }

    @Test
    void a_refusal_is_a_request_error_whether_in_a_stream_or_not() throws IOException {
        String refusal = "{\"errors\":[{\"message\":\"No such field\"}]}";
        for (Script script : new Script[] {
            peer -> {
                peer.body();
                peer.head("400 Bad Request", "application/graphql-response+json; charset=utf-8");
                peer.write(refusal);
            },
            peer -> {
                peer.body();
                peer.head("200 OK", "text/event-stream");
                peer.write("event: next\ndata: " + refusal + "\n\nevent: complete\ndata:\n\n");
            }
        }) {
            try (SocketServer server = new SocketServer(script);
                    Client client = client(server, SETTINGS)) {
                assertThat(Probe.eager(client.subscribe(TICKS)).end())
                        .isInstanceOfSatisfying(
                                RequestErrorException.class, e -> assertThat(e).hasMessage("No such field"));
            }
        }
    }

    @Test
    void what_is_no_stream_is_shown() throws IOException {
        assertThat(failure(
                        peer -> {
                            peer.body();
                            peer.head("502 Bad Gateway", "text/html");
                            peer.write("<html>\n<b>\u001b[31mProxy</b>" + "x".repeat(500));
                        },
                        SETTINGS))
                .startsWith("No event stream: status 502, text/html: <html> <b> [31mProxy</b>xxx")
                .endsWith("xxx...")
                .hasSizeLessThan(300);
        assertThat(failure(
                        peer -> {
                            peer.body();
                            peer.head("200 OK", "application/json");
                            byte[] some = "x".repeat(10_000).getBytes(UTF_8);
                            while (true) peer.out.write(some);
                        },
                        SETTINGS.limits(100_000, 10, Duration.ZERO)))
                .isEqualTo("No event stream: status 200, application/json, and it has more than 100000 bytes");
    }

    @Test
    void an_event_without_end_is_cut_off() throws IOException {
        assertThat(failure(
                        peer -> {
                            peer.body();
                            peer.head("200 OK", "text/event-stream");
                            peer.write("data: ");
                            byte[] some = "x".repeat(10_000).getBytes(UTF_8);
                            while (true) peer.out.write(some);
                        },
                        SETTINGS.limits(100_000, 10, Duration.ZERO)))
                .isEqualTo("An event has more than 100000 bytes (maxEventBytes)");
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws IOException {
        assertThat(failure(SocketServer.Peer::awaitEnd, SETTINGS.times(Duration.ofMillis(200), Duration.ofSeconds(1))))
                .isEqualTo("No response within 200 ms");
    }

    @Test
    void a_refusal_that_never_ends_is_given_up() throws IOException {
        SubscriptionSettings impatient = SETTINGS.times(Duration.ofMillis(300), Duration.ofSeconds(1));
        for (String type : List.of("text/html", "application/json")) {
            assertThat(failure(
                            peer -> {
                                peer.body();
                                peer.head("500 Internal Server Error", type);
                                peer.write("{\"errors\":");
                                peer.awaitEnd();
                            },
                            impatient))
                    .isEqualTo("No response within 300 ms");
        }
    }

    @Test
    void a_server_that_is_busy_says_so_by_its_status() throws IOException {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.body();
                    peer.head("503 Service Unavailable", "application/json");
                    peer.write("{\"errors\":[{\"message\":\"Too many streams\"}]}");
                });
                Client client = client(server, SETTINGS)) {
            TransportException failure = failure(client);
            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure).hasMessageContaining("Too many streams");
        }
    }

    @Test
    void a_server_that_breaks_off_before_it_answers_may_have_run_it() throws IOException {
        for (Script script : new Script[] {
            SocketServer.Peer::body,
            SocketServer.Peer::reset,
            peer -> {
                peer.body();
                peer.write("HTTP/1.1 200 OK\r\ncontent-ty");
            }
        }) {
            try (SocketServer server = new SocketServer(script);
                    Client client = client(server, SETTINGS)) {
                TransportException failure = failure(client);
                assertThat(failure).hasMessageContaining("/graphql: The connection was lost: ");
                assertThat(failure.mayHaveRun()).isTrue();
            }
        }
    }

    @Test
    void what_nobody_listens_to_has_not_run() throws IOException {
        SocketServer server = new SocketServer(peer -> {});
        server.close();
        try (Client client = client(server, SETTINGS)) {
            TransportException failure = failure(client);
            assertThat(failure).hasMessageContaining("/graphql: Can't connect");
            assertThat(failure.mayHaveRun()).isFalse();
        }
    }

    @Test
    void a_slow_subscriber_slows_the_server_for_as_long_as_it_likes() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (SocketServer server = new SocketServer(peer -> {
                    peer.body();
                    peer.head("200 OK", "text/event-stream");
                    String comment = ":" + "x".repeat(10_000) + "\n";
                    for (int i = 0; i < 5_000; i++, sent.incrementAndGet()) peer.write(comment + next(i));
                    peer.write("event: complete\n\n");
                    peer.awaitEnd();
                });
                Client client = client(server, SETTINGS.limits(1 << 20, 16, Duration.ZERO))) {
            Probe probe = Probe.of(client.subscribe(TICKS));
            probe.request(1);
            assertThat(probe.next()).isEqualTo(Map.of("tick", 0));
            CountDownLatch never = new CountDownLatch(1);
            for (long seen = -1; seen != sent.get(); ) {
                seen = sent.get();
                assertThat(never.await(250, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(sent).hasValueLessThan(2_500);
            probe.request(Long.MAX_VALUE);
            for (int i = 1; i < 5_000; i++) assertThat(probe.next()).isEqualTo(Map.of("tick", i));
            assertThat(probe.end()).isEqualTo("complete");
        }
    }

    @Test
    void closing_the_client_ends_what_is_open() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(peer -> {
            peer.body();
            peer.head("200 OK", "text/event-stream");
            peer.write(next(1));
            peer.awaitEnd();
            gone.countDown();
        })) {
            Client client = client(server, SETTINGS);
            Probe probe = Probe.eager(client.subscribe(TICKS));
            probe.next();
            client.close();
            assertThat(probe.end())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e).hasMessageEndingWith(": The client was closed"));
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
