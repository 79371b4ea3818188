package dev.perigee.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perigee.client.AnsweringServer;
import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import dev.perigee.client.Batching;
import dev.perigee.client.TransportException;
import dev.perigee.language.OperationType;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server gets of queries that are under way at one time, and who gets which answer. */
class BatchingTransportTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    /** The windows that are open. A test closes them; nobody else does. */
    private final List<CompletableFuture<Void>> windows = new ArrayList<>();

    private final Semaphore answers = new Semaphore(0);
    private AnsweringServer server;
    private Transport transport;

    /** Answers wait for {@link #answers}. */
    private void serve(AnsweringServer.Answers to) throws IOException {
        server = AnsweringServer.start(request -> {
            answers.acquire();
            return to.to(request);
        });
        transport = new BatchingTransport(
                new HttpTransport(http, new Address(server.uri()), 1000), new Batching(3, ofMillis(5)), delay -> {
                    CompletableFuture<Void> window = new CompletableFuture<>();
                    windows.add(window);
                    return window;
                });
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    private static Answer echo(Received request) throws IOException {
        JsonNode body = JSON.readTree(request.body());
        if (!body.isArray()) return Answer.of(200, answer(body));
        var each = StreamSupport.stream(body.spliterator(), false)
                .map(BatchingTransportTest::answer)
                .toList();
        return Answer.of(200, each.toString());
    }

    private static Answer refuseArrays(Received request) throws IOException {
        return request.body().startsWith("[") ? Answer.error(400, "No arrays, please.") : echo(request);
    }

    private static String answer(JsonNode request) {
        return "{\"data\":{\"query\":\"é %s\"}}".formatted(request.get("query").asText());
    }

    private CompletableFuture<Reply> query(String text) {
        return send(OperationType.QUERY, text, Map.of(), ofSeconds(30));
    }

    private CompletableFuture<Reply> send(
            OperationType operation, String text, Map<String, String> headers, Duration patience) {
        byte[] body = "{\"query\":\"%s\"}".formatted(text).getBytes(UTF_8);
        return transport.send(new Outgoing(operation, body, headers, System.nanoTime() + patience.toNanos()));
    }

    private static String text(CompletableFuture<Reply> reply) {
        return new String(reply.join().body(), UTF_8);
    }

    private List<String> bodies() {
        return server.received().stream().map(Received::body).toList();
    }

    @Test
    void oneAfterTheOtherGoesAloneAndAtOnce() throws IOException {
        serve(BatchingTransportTest::echo);
        answers.release(2);
        assertThat(text(query("1"))).isEqualTo("{\"data\":{\"query\":\"é 1\"}}");
        assertThat(text(query("2"))).isEqualTo("{\"data\":{\"query\":\"é 2\"}}");
        assertThat(bodies()).containsExactly("{\"query\":\"1\"}", "{\"query\":\"2\"}");
        assertThat(windows).isEmpty();
    }

    @Test
    void whatComesMeanwhileWaitsForTheAnswer() throws IOException {
        serve(BatchingTransportTest::echo);
        var first = query("1");
        var second = query("2");
        var third = query("3");
        answers.release(2);
        assertThat(text(first)).isEqualTo("{\"data\":{\"query\":\"é 1\"}}");
        assertThat(text(second)).isEqualTo("{\"data\":{\"query\":\"é 2\"}}");
        assertThat(text(third)).isEqualTo("{\"data\":{\"query\":\"é 3\"}}");
        assertThat(bodies()).containsExactly("{\"query\":\"1\"}", "[{\"query\":\"2\"},{\"query\":\"3\"}]");
    }

    @Test
    void whatComesMeanwhileWaitsForTheWindowOnly() throws IOException {
        serve(BatchingTransportTest::echo);
        var all = List.of(query("1"), query("2"), query("3"));
        assertThat(windows).hasSize(1);
        windows.getFirst().complete(null);
        answers.release(2);
        assertThat(all).allSatisfy(reply -> assertThat(text(reply)).startsWith("{\"data\""));
        assertThat(bodies()).containsExactlyInAnyOrder("{\"query\":\"1\"}", "[{\"query\":\"2\"},{\"query\":\"3\"}]");
    }

    @Test
    void aFullBatchDoesNotWait() throws IOException {
        serve(BatchingTransportTest::echo);
        var all = IntStream.rangeClosed(1, 8).mapToObj(i -> query("" + i)).toList();
        answers.release(4);
        for (int i = 0; i < 8; i++)
            assertThat(text(all.get(i))).isEqualTo("{\"data\":{\"query\":\"é " + (i + 1) + "\"}}");
        assertThat(bodies())
                .containsExactlyInAnyOrder(
                        "{\"query\":\"1\"}",
                        "[{\"query\":\"2\"},{\"query\":\"3\"},{\"query\":\"4\"}]",
                        "[{\"query\":\"5\"},{\"query\":\"6\"},{\"query\":\"7\"}]",
                        "{\"query\":\"8\"}");
    }

    @Test
    void mutationsAndOtherHeadersStayApart() throws IOException {
        serve(BatchingTransportTest::echo);
        var all = List.of(
                query("1"),
                send(OperationType.MUTATION, "2", Map.of(), ofSeconds(30)),
                send(OperationType.QUERY, "3", Map.of("x-tenant", "a"), ofSeconds(30)),
                send(null, "4", Map.of(), ofSeconds(30)));
        answers.release(4);
        all.forEach(CompletableFuture::join);
        assertThat(bodies())
                .containsExactlyInAnyOrder(
                        "{\"query\":\"1\"}", "{\"query\":\"2\"}", "{\"query\":\"3\"}", "{\"query\":\"4\"}");
    }

    @Test
    void aServerWithoutArraysGetsQueriesOneByOneFromThenOn() throws IOException {
        serve(BatchingTransportTest::refuseArrays);
        var all = List.of(query("1"), query("2"), query("3"));
        answers.release(4);
        for (int i = 0; i < 3; i++)
            assertThat(text(all.get(i))).isEqualTo("{\"data\":{\"query\":\"é " + (i + 1) + "\"}}");
        assertThat(bodies())
                .containsExactlyInAnyOrder(
                        "{\"query\":\"1\"}",
                        "[{\"query\":\"2\"},{\"query\":\"3\"}]",
                        "{\"query\":\"2\"}",
                        "{\"query\":\"3\"}");

        var more = List.of(query("4"), query("5"), query("6"));
        answers.release(3);
        more.forEach(CompletableFuture::join);
        assertThat(bodies().subList(4, 7))
                .containsExactlyInAnyOrder("{\"query\":\"4\"}", "{\"query\":\"5\"}", "{\"query\":\"6\"}");
    }

    @Test
    void anAnswerForTheWholeRequestIsEveryonesAnswer() throws IOException {
        serve(request -> request.body().startsWith("[") ? Answer.error(401, "Who are you?") : echo(request));
        var all = List.of(query("1"), query("2"), query("3"));
        answers.release(2);
        assertThat(all.get(1).join().status()).isEqualTo(401);
        assertThat(all.get(2).join().status()).isEqualTo(401);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void answersThatAreTooFewBelongToNobody() throws IOException {
        serve(request -> request.body().startsWith("[") ? Answer.of(200, "[{\"data\":{}}]") : echo(request));
        var all = List.of(query("1"), query("2"), query("3"));
        answers.release(2);
        assertThat(all.get(0).join().status()).isEqualTo(200);
        for (var reply : all.subList(1, 3)) {
            assertThatThrownBy(reply::join)
                    .cause()
                    .isInstanceOf(TransportException.class)
                    .hasMessage("2 operations in one request got 1 answers, so that none is sure to be the right one.");
        }
    }

    @Test
    void anArrayIsCancelledWhenNobodyWaitsForItAnyMore() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        List<CompletableFuture<Reply>> sent = new ArrayList<>();
        server = AnsweringServer.start(request -> {
            answered.await();
            return echo(request);
        });
        HttpTransport real = new HttpTransport(http, new Address(server.uri()), 1000);
        transport = new BatchingTransport(
                request -> {
                    sent.add(real.send(request));
                    return sent.getLast();
                },
                new Batching(2, ofMillis(5)),
                delay -> new CompletableFuture<>());
        var all = List.of(query("1"), query("2"), query("3"));
        all.get(1).cancel(true);
        assertThat(sent.getLast()).isNotDone();
        all.get(2).cancel(true);
        assertThat(sent.getLast()).isCompletedExceptionally();
        answered.countDown();
        assertThat(text(all.get(0))).isEqualTo("{\"data\":{\"query\":\"é 1\"}}");
    }

    @Test
    void eachKeepsItsOwnDeadline() throws IOException {
        serve(BatchingTransportTest::echo);
        var first = query("1");
        var patient = query("2");
        var hasty = send(OperationType.QUERY, "3", Map.of(), ofMillis(20));
        assertThatThrownBy(hasty::join)
                .cause()
                .isInstanceOf(TransportException.class)
                .hasMessage("No answer until the deadline of the operation, which was sent together with others.");
        answers.release(2);
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(patient.join().status()).isEqualTo(200);
        assertThat(bodies()).containsExactly("{\"query\":\"1\"}", "{\"query\":\"2\"}");
    }
}
