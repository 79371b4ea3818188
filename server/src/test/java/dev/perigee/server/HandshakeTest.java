package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open a WebSocket, byte for byte: no page of another site with its visitor's cookies. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class HandshakeTest {
    private static final String PROTOCOL = "sec-websocket-protocol: graphql-transport-ws\r\n";

    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "graph.example:8080, http://graph.example:8080, 101",
        "graph.example:8080, http://GRAPH.example:8080, 101",
        "graph.example, http://graph.example, 101",
        "graph.example, http://graph.example:80, 101",
        "graph.example, https://graph.example, 101", // TLS ends in front of the server
        "graph.example:443, https://graph.example, 101",
        "graph.example:8080, http://graph.example, 403",
        "graph.example, http://graph.example:8080, 403",
        "graph.example, https://evil.example, 403",
        "graph.example, https://graph.example.evil.example, 403",
        "graph.example, https://evil-graph.example, 403",
        "graph.example, null, 403",
        "graph.example, graph.example, 403",
        "graph.example, '', 403",
    })
    void pages_of_the_same_site_only(String host, String origin, int status) {
        assertThat(handshake(server, host, PROTOCOL + "origin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void two_origins_are_none() {
        assertThat(handshake(
                        server, "graph.example", PROTOCOL + "origin: http://graph.example\r\norigin: http://b\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void who_is_no_browser_has_no_origin() {
        assertThat(handshake(server, "graph.example", PROTOCOL))
                .startsWith("HTTP/1.1 101 ")
                .contains("sec-websocket-protocol: graphql-transport-ws\r\n");
    }

    @Test
    void what_is_refused_says_why() {
        assertThat(handshake(server, "graph.example", PROTOCOL + "origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .endsWith("{\"errors\":[{\"message\":\"Pages of this origin may not open a WebSocket here: the"
                        + " server's settings for CORS name those that may.\",\"extensions\":{\"code\":"
                        + "\"FORBIDDEN\"}}]}");
    }

    @ParameterizedTest
    @CsvSource({"true, ada", "false, ''"})
    void sites_that_cors_lets_in_with_credentials_or_without(boolean isWithCredentials, String who) throws Exception {
        Cors cors = new Cors(List.of("https://App.example.com"), isWithCredentials, Duration.ofHours(1));
        try (Cookies server = new Cookies(settings -> settings.cors(cors));
                TestSocket client =
                        TestSocket.ready(server.server.uri(), "origin", "https://app.example.com", "cookie", "ada")) {
            client.subscribe("1", "{ who }");
            assertThat(client.hear()).contains("{\"data\":{\"who\":\"" + who + "\"}}");
        }
    }

    @Test
    void any_site_without_credentials() throws Exception {
        Cors cors = new Cors(List.of("*"), false, Duration.ofHours(1));
        try (Cookies server = new Cookies(settings -> settings.cors(cors));
                TestSocket client =
                        TestSocket.ready(server.server.uri(), "origin", "https://evil.example", "cookie", "ada")) {
            client.subscribe("1", "{ who }");
            assertThat(client.hear()).contains("{\"data\":{\"who\":\"\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "'sec-websocket-protocol: graphql-ws\r\n', 400",
        "'sec-websocket-protocol: graphql-ws, graphql-transport-ws\r\n', 101",
    })
    void the_protocol_has_to_be_offered(String protocols, int status) {
        String answer = handshake(server, "graph.example", protocols);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (status == 400) assertThat(answer).contains("Offer the subprotocol graphql-transport-ws");
        else assertThat(answer).contains("sec-websocket-protocol: graphql-transport-ws\r\n");
    }

    @Test
    void as_many_as_there_may_be() throws Exception {
        StreamGraph graph = new StreamGraph();
        try (GraphServer server = GraphServer.builder(graph.engine())
                .port(0)
                .streams(StreamSettings.DEFAULT.withLimits(10, 1))
                .start()) {
            TestSocket first = TestSocket.ready(server.uri());
            try (TestSocket second = new TestSocket(server.uri())) {
                throw new AssertionError("There are two: " + second.hear());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
                assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(503);
            }
            first.subscribe("1", "subscription { events(name: \"x\") }");
            assertThat(graph.stream("x").opened.await(10, SECONDS)).isTrue();
            first.close();
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
            TestSocket.ready(server.uri()).close();
        }
    }

    @Test
    void switched_off() {
        try (TestServer server =
                new TestServer(settings -> settings.streams(StreamSettings.DEFAULT.withTransports(false, true)))) {
            assertThat(handshake(server, "graph.example", PROTOCOL)).startsWith("HTTP/1.1 400 ");
        }
    }

    private static String handshake(TestServer server, String host, String headers) {
        return server.raw("GET /graphql HTTP/1.1\r\nhost: " + host + "\r\nconnection: Upgrade\r\nupgrade: websocket\r\n"
                + "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n");
    }

    /** Who calls is what the cookie says. */
    private static final class Cookies implements AutoCloseable {
        final GraphServer server;

        Cookies(UnaryOperator<GraphServer.Builder> settings) throws Exception {
            server = settings.apply(GraphServer.builder(new StreamGraph().engine())
                            .port(0)
                            .authentication(headers -> {
                                String cookie = headers.first("cookie");
                                return CompletableFuture.completedStage(
                                        cookie == null ? Caller.ANONYMOUS : Caller.named(cookie));
                            }))
                    .start();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
