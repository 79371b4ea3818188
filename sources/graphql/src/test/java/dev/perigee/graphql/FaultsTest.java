package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpExchange;
import dev.perigee.client.Client;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What clients are told of a remote that fails, or answers with what is no answer. */
class FaultsTest {
    private static final String QUERY = "{ user(id: \"u1\") { id name posts { title } } }";

    private static Gateway gateway(TestRemote remote) {
        Client client = Client.builder(remote.uri())
                .schema(Schema.of(Source.of("blog.graphqls", Blog.SDL)))
                .build();
        return Gateway.of(
                dev.perigee.data.Wiring.builder()
                        .source(GraphqlSource.builder()
                                .server(GraphqlServer.of("blog", client))
                                .build()),
                "");
    }

    private static String told(TestRemote.Answers answers) throws IOException {
        try (TestRemote remote = new TestRemote(answers)) {
            Response response = gateway(remote).run(QUERY);
            assertThat(response.toString()).doesNotContain("localhost", "127.0.0.1");
            return Gateway.errors(response);
        }
    }

    private static String toldOf(String reply) throws IOException {
        return told((asked, exchange) -> TestRemote.json(reply));
    }

    private static byte[] status(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = TestRemote.json(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        return new byte[0];
    }

    @Test
    void aServerThatIsDownIsNotAvailable() throws IOException {
        TestRemote remote = new TestRemote((asked, exchange) -> new byte[0]);
        Gateway gateway = gateway(remote);
        remote.close();
        Response response = gateway.run(QUERY);
        assertThat(Gateway.errors(response)).isEqualTo("[user] UNAVAILABLE The server is not available.");
        assertThat(response.toString()).doesNotContain("localhost");
        assertThat(response.summary().calls()).containsEntry("blog", 1);
    }

    @Test
    void statusesAndBodiesThatAreNoAnswer() throws IOException {
        String malformed = "[user] MALFORMED_REPLY The server's answer can't be read.";
        assertThat(told((asked, exchange) -> status(exchange, 503, "<html>"))).startsWith("[user] UNAVAILABLE");
        assertThat(toldOf("{\"data\":")).isEqualTo(malformed);
        assertThat(toldOf("[1]")).isEqualTo(malformed);
        assertThat(toldOf("{\"data\":{\"user\":7}}")).isEqualTo(malformed);
        assertThat(toldOf("{\"data\":{\"user\":[]}}")).isEqualTo(malformed);
        assertThat(toldOf("{\"errors\":[{\"message\":\"secret\"}]}"))
                .isEqualTo("[user] UPSTREAM_REFUSED The server has refused the request.");
        assertThat(toldOf("{\"errors\":[{\"message\":\"who?\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"))
                .isEqualTo("[user] UNAUTHENTICATED The server has refused the request.");
    }

    @Test
    void valuesThatAreNotOfTheirTypeAreErrorsAtTheirPlace() throws IOException {
        assertThat(toldOf("{\"data\":{\"user\":{\"id\":{},\"name\":\"a\",\"posts\":[]}}}"))
                .isEqualTo("[user, id] MALFORMED_REPLY The server's answer can't be read.");
        assertThat(toldOf("{\"data\":{\"user\":{\"id\":1,\"name\":null,\"posts\":[]}}}"))
                .isEqualTo("[user, name] NULL_NOT_ALLOWED Cannot return null for non-nullable field User.name.");
        assertThat(toldOf("{\"data\":{\"user\":{\"id\":1,\"name\":\"a\",\"posts\":{}}}}"))
                .isEqualTo("[user, posts] MALFORMED_REPLY The server's answer can't be read.");
        assertThat(toldOf("{\"data\":{\"user\":{\"id\":1,\"name\":\"a\",\"posts\":[{\"title\":\"t\"},{}]}}}"))
                .isEqualTo("[user, posts, 1, title] MALFORMED_REPLY The server's answer can't be read.");
    }

    @Test
    void errorsWithPathsThatLeadNowhereDoNoHarm() throws IOException {
        String data = "\"data\":{\"user\":{\"id\":1,\"name\":\"a\",\"posts\":[]}}";
        assertThat(toldOf("{" + data + ",\"errors\":[{\"message\":\"m\",\"path\":[\"user\",\"posts\",-1,7]},"
                        + "{\"message\":\"n\",\"path\":[\"nobody\"]},{\"message\":\"o\",\"path\":[3]}]}"))
                .isEmpty();
        String deep = "\"a\",".repeat(5_000) + "\"b\"";
        assertThat(toldOf(
                        "{\"data\":{\"user\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"user\"," + deep + "]}]}"))
                .contains("UPSTREAM_ERROR m");
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (TestRemote remote = new TestRemote((asked, exchange) -> {
            end.await();
            return new byte[0];
        })) {
            Response response = gateway(remote)
                    .engine()
                    .execute(Request.builder(QUERY)
                            .timeout(Duration.ofMillis(200))
                            .build());
            assertThat(Gateway.errors(response)).contains("DEADLINE_EXCEEDED");
            end.countDown();
        }
    }

    @Test
    void aClientThatGoesAwayEndsTheUpstreamRequest() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Void> broken = new CompletableFuture<>();
        try (TestRemote remote = new TestRemote((asked, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            arrived.countDown();
            try {
                while (true) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                broken.complete(null);
            }
            return new byte[0];
        })) {
            CompletableFuture<Response> running = gateway(remote).engine().executeAsync(Request.of(QUERY));
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            running.cancel(true);
            assertThatCode(() -> broken.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
        }
    }

    @Test
    void documentsThatAreTooLargeAreNotSent() throws IOException {
        try (TestRemote remote = TestRemote.of(Blog.engine())) {
            Gateway gateway = Gateway.of(remote, "", settings -> settings.maxDocumentBytes(30), wiring -> wiring);
            assertThat(Gateway.errors(gateway.run(QUERY)))
                    .isEqualTo("[user] LIMIT_EXCEEDED What is selected of another server is too large for it:"
                            + " a document of 63 bytes, where 30 are allowed.");
            assertThat(remote.asked()).isEmpty();
        }
    }
}
