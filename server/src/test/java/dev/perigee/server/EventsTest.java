package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Server-sent events, over both versions of HTTP. */
@Timeout(60)
class EventsTest {
    private final StreamGraph graph = new StreamGraph();
    private GraphServer server;
    private HttpClient client;

    @AfterEach
    void stop() {
        graph.slowMayEnd.countDown();
        client.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_subscription_from_its_first_event_to_its_last(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        HttpResponse<InputStream> answer = post("subscription { count(to: 2) }", "text/event-stream");
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(text(answer)).isEqualTo("""
            event: next
            data: {"data":{"count":1}}

            event: next
            data: {"data":{"count":2}}

            event: complete
            data:\s

            """);
    }

    @ParameterizedTest
    @EnumSource
    void events_come_when_there_are_some(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        HttpResponse<InputStream> answer =
                get("subscription { events(name: \"x\") }", "text/event-stream"); // open, without any event
        try (BufferedReader lines = lines(answer)) {
            opened("x").send("one");
            assertThat(lines.readLine()).isEqualTo("event: next");
            assertThat(lines.readLine()).isEqualTo("data: {\"data\":{\"events\":\"one\"}}");
        }
        assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_has_its_status(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        Map<String, String> refused = Map.of(
                "{ helo }", "422 VALIDATION_FAILED",
                "{", "400 SYNTAX_ERROR",
                "subscription ($to: Int!) { count(to: $to) }", "422 BAD_USER_INPUT",
                "subscription { refused }", "422 NO_EVENTS",
                "subscription { secretly }", "500 INTERNAL_ERROR");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            HttpResponse<InputStream> answer = post(each.getKey(), "text/event-stream");
            String body = text(answer);
            assertThat(answer.statusCode() + " " + body.replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*", "$1"))
                    .isEqualTo(each.getValue());
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("application/graphql-response+json; charset=utf-8");
            assertThat(body).startsWith("{\"errors\":[").doesNotContain("the secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void queries_are_answered_as_the_client_prefers(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        String all = "application/graphql-response+json, application/json, text/event-stream";
        assertThat(text(post("{ hello }", all))).isEqualTo("{\"data\":{\"hello\":\"world\"}}");
        assertThat(text(post("subscription { count(to: 1) }", all)))
                .isEqualTo("event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata: \n\n");
        assertThat(text(post("{ hello }", "text/event-stream")))
                .isEqualTo("event: next\ndata: {\"data\":{\"hello\":\"world\"}}\n\nevent: complete\ndata: \n\n");
        HttpResponse<InputStream> json = post("subscription { count(to: 1) }", "*/*");
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(text(json)).contains("OPERATION_NOT_ALLOWED");
        HttpResponse<InputStream> mutation = get("mutation { increment }", "text/event-stream");
        assertThat(mutation.statusCode()).isEqualTo(405);
        assertThat(graph.increments).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_source_that_fails_later(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        HttpResponse<InputStream> answer = post("subscription { events(name: \"x\") }", "text/event-stream");
        opened("x").fail(new IllegalStateException("the secret"));
        assertThat(text(answer))
                .matches("(?s)event: next\ndata: \\{\"errors\":\\[\\{\"message\":\"Internal error"
                        + " [0-9a-f-]{36}\\..*\"INTERNAL_ERROR\".*}]}\n\nevent: complete\ndata: \n\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_stop_ends_streams_without_complete(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings);
        HttpResponse<InputStream> answer = post("subscription { events(name: \"x\") }", "text/event-stream");
        opened("x");
        Instant before = Instant.now();
        server.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8)); // of 10 that it has
        assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
        assertThat(text(answer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_expires(HttpClient.Version version) throws Exception {
        serve(
                version,
                settings -> settings.authentication(headers -> CompletableFuture.completedStage(Caller.named("ada")
                        .withClaims(Map.of("exp", Instant.now().getEpochSecond() + 1)))));
        HttpResponse<InputStream> answer = post("subscription { events(name: \"x\") }", "text/event-stream");
        assertThat(text(answer)).isEmpty();
        assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void comments_where_there_is_nothing_to_tell(HttpClient.Version version) throws Exception {
        serve(
                version,
                settings -> settings.streams(StreamSettings.DEFAULT.withTimes(
                        Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(10))));
        HttpResponse<InputStream> answer = post("subscription { events(name: \"x\") }", "text/event-stream");
        try (BufferedReader lines = lines(answer)) {
            for (int i = 0; i < 3; i++) {
                assertThat(lines.readLine()).isEqualTo(":");
                assertThat(lines.readLine()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void as_many_as_there_may_be(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings.streams(StreamSettings.DEFAULT.withLimits(10, 1)));
        HttpResponse<InputStream> one = post("subscription { events(name: \"x\") }", "text/event-stream");
        HttpResponse<InputStream> other = post("subscription { count(to: 1) }", "text/event-stream");
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(text(other)).contains("LIMIT_EXCEEDED");
        one.body().close();
        assertThat(graph.stream("x").cancelled.await(10, SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void switched_off(HttpClient.Version version) throws Exception {
        serve(version, settings -> settings.streams(StreamSettings.DEFAULT.withTransports(false, false)));
        assertThat(post("subscription { count(to: 1) }", "text/event-stream").statusCode())
                .isEqualTo(406);
        assertThat(text(post("subscription { count(to: 1) }", "application/json, text/event-stream")))
                .contains("OPERATION_NOT_ALLOWED");
    }

    private void serve(HttpClient.Version version, UnaryOperator<GraphServer.Builder> settings) throws Exception {
        server = settings.apply(GraphServer.builder(graph.engine()).port(0)).start();
        client = HttpClient.newBuilder().version(version).build();
        // HTTP/2 begins with the second request to a server.
        client.send(HttpRequest.newBuilder(server.uri().resolve("health")).build(), BodyHandlers.discarding());
    }

    private HttpResponse<InputStream> post(String document, String accept) throws Exception {
        String body = "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}";
        return client.send(
                HttpRequest.newBuilder(server.uri().resolve("graphql"))
                        .header("content-type", "application/json")
                        .header("accept", accept)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private HttpResponse<InputStream> get(String document, String accept) throws Exception {
        URI uri = server.uri().resolve("graphql?query=" + TestServer.encoded(document));
        return client.send(HttpRequest.newBuilder(uri).header("accept", accept).build(), BodyHandlers.ofInputStream());
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private TestStream opened(String name) throws InterruptedException {
        assertThat(graph.stream(name).opened.await(10, SECONDS)).isTrue();
        return graph.stream(name);
    }
}
