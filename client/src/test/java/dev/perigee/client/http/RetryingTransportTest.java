package dev.perigee.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.client.AnsweringServer;
import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.Retries;
import dev.perigee.client.TestClock;
import dev.perigee.client.TransportException;
import dev.perigee.language.OperationType;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a server is asked, and what is waited in between, by a timer whose time passes at once. */
class RetryingTransportTest {
    private static final Retries FOUR_TIMES = new Retries(4, ofMillis(100), ofMillis(300));

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestClock clock = new TestClock();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Answer> script = new ArrayList<>();
    private AnsweringServer server;

    @AfterEach
    void stop() {
        http.shutdownNow();
        if (server != null) server.close();
    }

    /** The last of the answers is given from then on. */
    private void serverAnswers(Answer... answers) throws IOException {
        script.addAll(List.of(answers));
        server = AnsweringServer.start(request -> script.size() > 1 ? script.removeFirst() : script.getFirst());
    }

    private Reply send(URI uri, OperationType operation, Duration patience) {
        Transport retrying = new RetryingTransport(
                new HttpTransport(http, new Address(uri), 1000), FOUR_TIMES, this::wait, clock, () -> 1);
        return retrying.send(outgoing(operation, patience)).join();
    }

    private Reply send(OperationType operation) {
        return send(server.uri(), operation, ofSeconds(30));
    }

    private static Outgoing outgoing(OperationType operation, Duration patience) {
        return new Outgoing(operation, "{}".getBytes(UTF_8), Map.of(), System.nanoTime() + patience.toNanos());
    }

    private CompletableFuture<Void> wait(Duration delay) {
        waits.add(delay);
        clock.pass(delay);
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void queriesAreSentAgainUntilTheyAreAnswered() throws IOException {
        serverAnswers(Answer.of(502, ""), Answer.of(503, ""), Answer.of(504, ""), Answer.data("a", "b"));
        assertThat(send(OperationType.QUERY).status()).isEqualTo(200);
        assertThat(server.received()).hasSize(4);
        assertThat(waits).containsExactly(ofMillis(100), ofMillis(200), ofMillis(300));
    }

    @Test
    void theLastAnswerStands() throws IOException {
        serverAnswers(Answer.of(503, "busy"));
        Reply reply = send(OperationType.QUERY);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("busy");
        assertThat(server.received()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUTATION", "SUBSCRIPTION"})
    void whatMayChangeSomethingIsSentOnce(OperationType operation) throws IOException {
        serverAnswers(Answer.of(503, ""));
        assertThat(send(operation).status()).isEqualTo(503);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatIsNotKnownIsSentOnce() throws IOException {
        serverAnswers(Answer.of(503, ""));
        send(null);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500})
    void answersThatWillNotGetBetterStand(int status) throws IOException {
        serverAnswers(Answer.of(status, ""));
        assertThat(send(OperationType.QUERY).status()).isEqualTo(status);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7                             | PT7S",
                "503 | 0                             | PT0S",
                "429 | Tue, 01 Jan 2030 00:00:09 GMT | PT9S",
                "429 | Mon, 31 Dec 2029 00:00:00 GMT | PT0S",
                "503 | soon                          | PT0.1S",
                "503 | -5                            | PT0.1S"
            })
    void serversSayWhenToComeBack(int status, String retryAfter, Duration expected) throws IOException {
        serverAnswers(Answer.of(status, "").with("retry-after", retryAfter), Answer.data("a", "b"));
        assertThat(send(OperationType.QUERY).status()).isEqualTo(200);
        assertThat(waits).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "99999999999999999999999999", "Tue, 01 Jan 2999 00:00:00 GMT"})
    void aServerThatWantsMoreTimeThanThereIsHasTheLastWord(String retryAfter) throws IOException {
        serverAnswers(Answer.of(429, "").with("retry-after", retryAfter));
        assertThat(send(OperationType.QUERY).status()).isEqualTo(429);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "MUTATION"})
    void whatCannotHaveArrivedIsSentAgain(OperationType operation) throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort());
        }
        var failure = catchThrowableOfType(CompletionException.class, () -> send(nobody, operation, ofSeconds(30)));
        assertThat(failure).hasCauseInstanceOf(TransportException.class);
        assertThat(waits).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"QUERY, 3", "MUTATION, 0"})
    void aConnectionThatBreaksMayHaveBroughtIt(OperationType operation, int expectedWaits) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> hangUpOnEverybody(socket));
            URI uri = URI.create("http://localhost:" + socket.getLocalPort());
            var failure = catchThrowableOfType(CompletionException.class, () -> send(uri, operation, ofSeconds(30)));
            assertThat(failure).hasCauseInstanceOf(TransportException.class);
            assertThat(waits).hasSize(expectedWaits);
        }
    }

    private static void hangUpOnEverybody(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getInputStream().read();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void cancellingEndsTheWaitingForTheNextAttempt() throws Exception {
        serverAnswers(Answer.of(503, ""));
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> timer = new CompletableFuture<>();
        Transport retrying = new RetryingTransport(
                new HttpTransport(http, new Address(server.uri()), 1000),
                FOUR_TIMES,
                delay -> {
                    waiting.countDown();
                    return timer;
                },
                clock,
                () -> 1);
        var sent = retrying.send(outgoing(OperationType.QUERY, ofSeconds(30)));
        waiting.await();
        sent.cancel(true);
        // Not at once: the thread that asked for the timer may still be about to let it be cancelled.
        assertThat(timer).failsWithin(ofSeconds(10)).withThrowableOfType(CancellationException.class);
        assertThat(timer).isCancelled();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void delaysAreShortenedByChance() {
        assertThat(FOUR_TIMES.delay(1, 0)).isEqualTo(ofMillis(50));
        assertThat(FOUR_TIMES.delay(2, 0.5)).isEqualTo(ofMillis(150));
        assertThat(FOUR_TIMES.delay(1_000_000, 1)).isEqualTo(ofMillis(300));
    }
}
