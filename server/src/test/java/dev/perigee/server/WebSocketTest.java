package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** graphql-transport-ws, by the JDK's client. */
@Timeout(60)
class WebSocketTest {
    private final StreamGraph graph = new StreamGraph();
    private GraphServer server;

    @AfterEach
    void stop() {
        graph.slowMayEnd.countDown();
        if (server != null) server.close();
    }

    @Test
    void a_subscription_from_its_first_event_to_its_last() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            assertThat(client.protocol()).isEqualTo("graphql-transport-ws");
            client.subscribe("a \\\"1\\\"", "subscription { count(to: 2) }");
            assertThat(client.hear())
                    .isEqualTo("{\"id\":\"a \\\"1\\\"\",\"type\":\"next\",\"payload\":{\"data\":{\"count\":1}}}");
            assertThat(client.hear())
                    .isEqualTo("{\"id\":\"a \\\"1\\\"\",\"type\":\"next\",\"payload\":{\"data\":{\"count\":2}}}");
            assertThat(client.hear()).isEqualTo("{\"id\":\"a \\\"1\\\"\",\"type\":\"complete\"}");
            client.subscribe("a \\\"1\\\"", "{ hello }");
            assertThat(client.hear()).contains("world"); // an id that is free again
        }
    }

    @Test
    void queries_and_mutations() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("1", "{ hello }");
            assertThat(client.hear())
                    .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"hello\":\"world\"}}}");
            assertThat(client.hear()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
            client.subscribe("2", "mutation { increment }");
            assertThat(client.hear()).contains("{\"data\":{\"increment\":1}}");
            assertThat(client.hear()).isEqualTo("{\"id\":\"2\",\"type\":\"complete\"}");
        }
    }

    @Test
    void several_at_a_time_and_each_ends_by_itself() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("a", "subscription { events(name: \"a\") }");
            client.subscribe("b", "subscription { events(name: \"b\") }");
            opened("a").send("one");
            assertThat(client.hear()).contains("\"a\"", "one");
            opened("b").send("two");
            assertThat(client.hear()).contains("\"b\"", "two");
            client.complete("a");
            assertThat(graph.stream("a").cancelled.await(10, SECONDS)).isTrue();
            opened("b").complete();
            assertThat(client.hear()).isEqualTo("{\"id\":\"b\",\"type\":\"complete\"}");
            client.complete("b"); // what has ended meanwhile may be completed
            client.say("{\"type\": \"ping\"}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void variables_operation_names_and_members_in_any_order() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.say("{\"more\": [1], \"payload\": {\"variables\": {\"to\": 1}, \"operationName\": \"B\", \"query\":"
                    + " \"query A { hello } subscription B($to: Int!) { count(to: $to) }\"}, \"type\": \"subscribe\","
                    + " \"id\": \"1\"}");
            assertThat(client.hear()).contains("{\"data\":{\"count\":1}}");
        }
    }

    @Test
    void what_is_wrong_with_an_operation_ends_it_alone() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("1", "{ helo }");
            assertThat(client.hear())
                    .startsWith("{\"id\":\"1\",\"type\":\"error\",\"payload\":[{\"message\":\"")
                    .contains("Did you mean \\\"hello\\\"?", "VALIDATION_FAILED", "\"line\":1");
            client.subscribe("1", "subscription { refused }");
            assertThat(client.hear()).contains("\"error\"", "There are no events today.", "NO_EVENTS");
            client.subscribe("1", "subscription { secretly }");
            assertThat(client.hear()).contains("\"error\"", "INTERNAL_ERROR").doesNotContain("the secret");
            client.subscribe("1", "{ broken }");
            assertThat(client.hear())
                    .contains("\"next\"", "\"data\":{\"broken\":null}")
                    .doesNotContain("the secret");
            assertThat(client.hear()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
            client.say("{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"query\": \"{ hello }\","
                    + " \"extensions\": {\"explain\": true}}}");
            assertThat(client.hear()).contains("\"error\"", "Explanations are switched off");
        }
    }

    @Test
    void a_source_that_fails_later() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            opened("x").send("one");
            assertThat(client.hear()).contains("one");
            graph.stream("x").fail(new IllegalStateException("the secret"));
            assertThat(client.hear())
                    .matches("\\{\"id\":\"1\",\"type\":\"error\",\"payload\":\\[\\{\"message\":\"Internal error"
                            + " ([0-9a-f-]{36})\\.\",\"extensions\":\\{\"code\":\"INTERNAL_ERROR\",\"id\":\"\\1\"}}]}");
        }
    }

    @Test
    void an_init_that_does_not_come() throws Exception {
        serve(settings ->
                settings.streams(times(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(30))));
        try (TestSocket client = new TestSocket(server.uri())) {
            assertThat(client.hear()).isEqualTo("4408 Connection initialisation timeout");
        }
    }

    @Test
    void a_second_init() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.say("{\"type\": \"connection_init\"}");
            assertThat(client.hear()).isEqualTo("4429 Too many initialisation requests");
        }
    }

    @Test
    void an_operation_before_the_ack() throws Exception {
        try (TestSocket client = new TestSocket(serve().uri())) {
            client.subscribe("1", "{ hello }");
            assertThat(client.hear()).startsWith("4401 Unauthorized");
        }
    }

    @Test
    void an_id_twice() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            opened("x");
            client.subscribe("1", "{ hello }");
            assertThat(client.hear()).isEqualTo("4409 Subscriber for 1 already exists");
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
        }
    }

    @Test
    void messages_that_are_none() throws Exception {
        Map<String, String> messages = Map.of(
                "{", "4400 The message is not valid JSON at line 1",
                "[]", "4400 A message is a JSON object, found an array.",
                "{}", "4400 The message has no \"type\".",
                "{\"type\": 1}", "4400 \"type\" must be a string, found a number.",
                "{\"type\": \"x\"}", "4400 The message has an unknown \"type\".",
                "{\"type\": \"start\"}", "4400 \"start\" is of another protocol: speak graphql-transport-ws.",
                "{\"type\": \"subscribe\", \"payload\": {}}", "4400 A message of type \"subscribe\" needs an \"id\".",
                "{\"type\": \"subscribe\", \"id\": \"1\"}", "4400 A message of type \"subscribe\" needs a \"payload\".",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {}}", "4400 The request has no \"query\"",
                "{\"type\": \"connection_init\", \"payload\": 7}",
                        "4400 \"payload\" must be an object, found a number.");
        serve();
        for (Map.Entry<String, String> message : messages.entrySet()) {
            try (TestSocket client = new TestSocket(server.uri())) {
                client.say(message.getKey());
                assertThat(client.hear()).startsWith(message.getValue());
            }
        }
    }

    @Test
    void binary_and_oversized_messages() throws Exception {
        serve(settings -> settings.maxRequestBytes(1000));
        try (TestSocket client = new TestSocket(server.uri())) {
            client.raw().sendBinary(ByteBuffer.allocate(10), true);
            assertThat(client.hear()).isEqualTo("4400 A message is text, found binary data.");
        }
        try (TestSocket client = new TestSocket(server.uri())) {
            client.raw().sendText("x".repeat(1001), true);
            assertThat(client.hear()).startsWith("1009 ");
        }
        try (TestSocket client = new TestSocket(server.uri())) {
            for (int i = 0; i < 3; i++)
                client.raw().sendText("x".repeat(400), false).get(10, SECONDS);
            assertThat(client.hear()).isEqualTo("1009 A message is longer than 1000 bytes.");
        }
    }

    @Test
    void pings_of_both_kinds() throws Exception {
        try (TestSocket client = new TestSocket(serve().uri())) {
            client.say("{\"type\": \"ping\", \"payload\": {\"any\": 1}}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"pong\"}");
            client.raw().sendPing(ByteBuffer.allocate(3));
            assertThat(client.hear()).isEqualTo("pong of 3 bytes");
            client.say("{\"type\": \"pong\"}");
            client.say("{\"type\": \"connection_init\"}");
            assertThat(client.hear()).contains("connection_ack");
        }
    }

    @Test
    void a_silent_client_is_pinged_and_then_cut_off() throws Exception {
        serve(settings ->
                settings.streams(times(Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ofSeconds(30))));
        try (TestSocket client = TestSocket.ready(server.uri())) {
            assertThat(client.hear()).isEqualTo("{\"type\":\"ping\"}");
            client.say("{\"type\": \"pong\"}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"ping\"}");
            assertThat(client.hear()).isEqualTo("1008 No pong within 300 ms.");
        }
    }

    @Test
    void as_many_operations_as_a_connection_may_have() throws Exception {
        serve(settings -> settings.streams(StreamSettings.DEFAULT.withLimits(1, 10)));
        try (TestSocket client = TestSocket.ready(server.uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            opened("x");
            client.subscribe("2", "{ hello }");
            assertThat(client.hear()).contains("\"2\"", "\"error\"", "LIMIT_EXCEEDED", "has 1 operations");
            client.complete("1");
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
            client.subscribe("2", "{ hello }");
            assertThat(client.hear()).contains("world");
        }
    }

    @Test
    void a_client_that_goes_away_ends_its_sources() throws Exception {
        serve();
        try (TestSocket client = TestSocket.ready(server.uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            client.subscribe("2", "{ slow }");
            opened("x");
            assertThat(graph.slowBegan.await(10, SECONDS)).isTrue();
        }
        assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
        assertThat(graph.slowCancelled.await(10, SECONDS)).isTrue();
    }

    @Test
    void a_client_that_says_goodbye() throws Exception {
        try (TestSocket client = TestSocket.ready(serve().uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            opened("x");
            client.raw().sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, SECONDS);
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
            assertThat(client.hear()).startsWith("1000 ");
        }
    }

    @Test
    void a_stop_ends_streams_and_lets_queries_end() throws Exception {
        serve();
        try (TestSocket client = TestSocket.ready(server.uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            client.subscribe("2", "{ slow }");
            opened("x");
            assertThat(graph.slowBegan.await(10, SECONDS)).isTrue();
            Instant before = Instant.now();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
            assertThat(stop).isNotDone();
            graph.slowMayEnd.countDown();
            assertThat(client.hear()).contains("\"done\"");
            assertThat(client.hear()).isEqualTo("{\"id\":\"2\",\"type\":\"complete\"}");
            assertThat(client.hear()).isEqualTo("1001 The server is stopping.");
            stop.get(10, SECONDS);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8)); // of 10 that it has
        }
    }

    @Test
    void callers_by_handshake_and_by_init() throws Exception {
        serve(settings -> settings.authentication(headers -> {
            String given = headers.first("authorization");
            if (given == null) return CompletableFuture.completedStage(Caller.ANONYMOUS);
            if (given.equals("Bearer ada")) return CompletableFuture.completedStage(Caller.named("ada"));
            return CompletableFuture.failedStage(new AuthenticationException("The token is not ours.", "Bearer"));
        }));
        try (TestSocket client = TestSocket.ready(server.uri(), "authorization", "Bearer ada")) {
            client.subscribe("1", "{ who }");
            assertThat(client.hear()).contains("\"ada\"");
        }
        for (String payload : new String[] {
            "{\"Authorization\": \"Bearer ada\"}", "{\"headers\": {\"authorization\": \"Bearer ada\"}}"
        }) {
            try (TestSocket client = new TestSocket(server.uri(), "authorization", "Bearer eve", "x-user", "proxy")) {
                client.say("{\"type\": \"connection_init\", \"payload\": "
                        + payload.replace("}", "").concat(", \"x-user\": \"eve\"")
                        + "}".repeat(payload.length() - payload.replace("}", "").length()) + "}");
                assertThat(client.hear()).contains("connection_ack");
                client.subscribe("1", "{ who header(name: \\\"x-user\\\") }".replace("\\", ""));
                assertThat(client.hear()).contains("\"ada\"", "\"proxy\"");
            }
        }
        try (TestSocket client = new TestSocket(server.uri())) {
            client.say("{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"Bearer eve\"}}");
            assertThat(client.hear()).isEqualTo("4403 Forbidden: The token is not ours.");
        }
    }

    @Test
    void which_headers_an_init_may_bring_is_a_setting() throws Exception {
        serve(settings -> settings.streams(StreamSettings.DEFAULT.withInitHeaders(Set.of("X-Tenant"))));
        try (TestSocket client = new TestSocket(server.uri(), "authorization", "Bearer ada", "x-tenant", "one")) {
            client.say("{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"Bearer eve\","
                    + " \"x-Tenant\": \"two\"}}");
            assertThat(client.hear()).contains("connection_ack");
            client.subscribe("1", "{ tenant: header(name: \"x-tenant\") token: header(name: \"authorization\") }");
            assertThat(client.hear()).contains("{\"tenant\":\"two\",\"token\":\"Bearer ada\"}");
        }
    }

    @Test
    void a_token_that_expires() throws Exception {
        serve(settings -> settings.authentication(headers -> CompletableFuture.completedStage(
                Caller.named("ada").withClaims(Map.of("exp", Instant.now().getEpochSecond() + 1)))));
        try (TestSocket client = TestSocket.ready(server.uri())) {
            client.subscribe("1", "subscription { events(name: \"x\") }");
            opened("x");
            assertThat(client.hear()).isEqualTo("4403 The token has expired.");
            assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
        }
    }

    private GraphServer serve() throws IOException {
        return serve(settings -> settings);
    }

    private GraphServer serve(UnaryOperator<GraphServer.Builder> settings) throws IOException {
        server = settings.apply(GraphServer.builder(graph.engine()).port(0)).start();
        return server;
    }

    private static StreamSettings times(Duration init, Duration ping, Duration stall) {
        return StreamSettings.DEFAULT.withTimes(init, ping, stall);
    }

    private TestStream opened(String name) throws InterruptedException {
        assertThat(graph.stream(name).opened.await(10, SECONDS)).isTrue();
        return graph.stream(name);
    }
}
