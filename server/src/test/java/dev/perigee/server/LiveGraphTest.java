package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LiveGraphTest {
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void a_request_that_runs_ends_on_the_graph_that_it_began_with() throws Exception {
        LiveGraph graph = new LiveGraph(engine("one"), null);
        try (GraphServer server = GraphServer.builder(graph).port(0).start();
                HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<String> slow = ask(client, server.uri(), "slow");
            assertThat(began.await(10, SECONDS)).isTrue();

            CompletableFuture<Void> ended = graph.exchange(engine("two"), null);

            assertThat(ask(client, server.uri(), "name").get(10, SECONDS)).isEqualTo("{\"data\":{\"name\":\"two\"}}");
            assertThat(ended).isNotDone();
            mayEnd.countDown();
            assertThat(slow.get(10, SECONDS)).isEqualTo("{\"data\":{\"slow\":\"one\"}}");
            ended.get(10, SECONDS);
        }
    }

    @Test
    void a_graph_that_nobody_uses_ends_at_once() {
        LiveGraph graph = new LiveGraph(engine("one"), null);
        Engine two = engine("two");

        assertThat(graph.exchange(two, null)).isDone();
        assertThat(graph.engine()).isSameAs(two);
    }

    private Engine engine(String name) {
        return Engine.builder(Schema.of(Source.of("test", "type Query { name: String slow: String }")))
                .wiring(Wiring.builder()
                        .query("name", (arguments, context) -> name)
                        .query("slow", (arguments, context) -> {
                            began.countDown();
                            mayEnd.await();
                            return name;
                        })
                        .build())
                .build();
    }

    private static CompletableFuture<String> ask(HttpClient client, URI server, String field) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("graphql?query=%7B" + field + "%7D"))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }
}
