package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LifecycleTest {
    private static final String SLOW = "GET /graphql?query={slow} HTTP/1.1\r\nhost: x\r\n\r\n";

    @Test
    void a_client_that_goes_away_cancels_what_runs_for_it() throws Exception {
        try (TestServer server = new TestServer()) {
            try (Socket client = server.connect()) {
                client.getOutputStream().write(SLOW.getBytes(US_ASCII));
                assertThat(server.graph.slowBegan.await(5, SECONDS)).isTrue();
                assertThat(server.graph.slowCancelled.getCount()).isOne();
            }
            assertThat(server.graph.slowCancelled.await(5, SECONDS)).isTrue();
        }
    }

    @Test
    void a_stream_that_is_reset_cancels_what_runs_for_it() throws Exception {
        try (TestServer server = new TestServer();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .build()) {
            // A first request, so that the second goes over HTTP/2 from its start.
            client.send(server.request("health").build(), BodyHandlers.discarding());
            CompletableFuture<?> answer =
                    client.sendAsync(server.request("graphql?query=%7Bslow%7D").build(), BodyHandlers.discarding());
            assertThat(server.graph.slowBegan.await(5, SECONDS)).isTrue();
            answer.cancel(true);
            assertThat(server.graph.slowCancelled.await(5, SECONDS)).isTrue();
        }
    }

    @Test
    void a_stop_waits_for_what_runs() throws Exception {
        try (TestServer server = new TestServer()) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> server.query("{ slow }"));
            assertThat(server.graph.slowBegan.await(5, SECONDS)).isTrue();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server.server::close);

            while (server.get("health").statusCode() == 200) Thread.sleep(10);
            assertThat(server.get("health").body()).isEqualTo("{\"status\":\"stopping\"}");
            assertThat(stop).isNotDone();

            server.graph.slowMayEnd.countDown();
            assertThat(answer.get(5, SECONDS).body()).isEqualTo("{\"data\":{\"slow\":\"done\"}}");
            stop.get(5, SECONDS);
            assertThatThrownBy(server::connect).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_stop_ends_with_the_grace_period() throws Exception {
        try (TestServer server = new TestServer(settings -> settings.gracePeriod(Duration.ofMillis(300)))) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> server.query("{ slow }"));
            assertThat(server.graph.slowBegan.await(5, SECONDS)).isTrue();
            server.server.close();
            assertThat(server.graph.slowCancelled.await(5, SECONDS)).isTrue();
            HttpResponse<String> given = answer.get(5, SECONDS);
            assertThat(given.statusCode()).isEqualTo(503);
            assertThat(given.body()).contains("STOPPING");
        }
    }

    @Test
    void a_port_that_is_in_use() {
        try (TestServer server = new TestServer()) {
            int port = server.server.port();
            assertThatThrownBy(() -> GraphServer.builder(server.graph.engine())
                            .port(port)
                            .start())
                    .isInstanceOf(BindException.class)
                    .hasMessage("Port " + port + " of localhost is in use, or not ours to use.");
        }
    }

    @Test
    void a_host_that_is_not_there() {
        try (TestServer server = new TestServer()) {
            assertThatThrownBy(() -> GraphServer.builder(server.graph.engine())
                            .host("nowhere.invalid")
                            .port(0)
                            .start())
                    .isInstanceOf(BindException.class)
                    .hasMessage("There is no host nowhere.invalid here.");
        }
    }
}
