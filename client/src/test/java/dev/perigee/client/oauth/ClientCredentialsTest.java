package dev.perigee.client.oauth;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.client.AnsweringServer;
import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.Result;
import dev.perigee.client.TestClock;
import dev.perigee.client.TransportException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When tokens are asked for, by what a token server and a GraphQL server see. */
class ClientCredentialsTest {
    private static final Operation<Map<String, Object>> CALLER = Operation.of("{ caller }");

    private final TestClock clock = new TestClock();
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();
    private TokenServerInKind tokens;
    private AnsweringServer graph;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        tokens = new TokenServerInKind();
        graph = AnsweringServer.start(this::caller);
        client = Client.builder(graph.uri()).credentials(credentials()).build();
    }

    private ClientCredentials credentials() {
        return ClientCredentials.at(tokens.uri())
                .client("todo-web", "s3cret")
                .clock(clock)
                .build();
    }

    private Answer caller(Received request) {
        String authorization = request.header("authorization");
        if (rejected.contains(authorization)) return Answer.error(401, "Who are you?");
        return Answer.data("caller", authorization);
    }

    @AfterEach
    void stop() {
        client.close();
        graph.close();
        tokens.close();
    }

    private Object call() {
        return client.execute(CALLER).orThrow().get("caller");
    }

    /** As many calls at one time, the token server answering when all have begun. */
    private List<CompletableFuture<Result<Map<String, Object>>>> hundredCalls() {
        tokens.hold();
        var calls = IntStream.range(0, 100)
                .mapToObj(i -> client.executeAsync(CALLER).toCompletableFuture())
                .toList();
        tokens.answerAgain();
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                .exceptionally(failure -> null)
                .join();
        return calls;
    }

    private static Set<Object> callers(List<CompletableFuture<Result<Map<String, Object>>>> calls) {
        return calls.stream()
                .map(call -> call.join().orThrow().get("caller"))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void hundredCallersWaitForOneToken() {
        assertThat(callers(hundredCalls())).containsExactly("Bearer token-1");
        assertThat(tokens.requests()).hasSize(1);
        assertThat(call()).isEqualTo("Bearer token-1");
        assertThat(tokens.requests()).hasSize(1);
    }

    @Test
    void hundredCallersWaitForOneTokenAfterItsEnd() {
        call();
        clock.pass(ofSeconds(300));
        assertThat(callers(hundredCalls())).containsExactly("Bearer token-2");
        assertThat(tokens.requests()).hasSize(2);
    }

    @Test
    void aTokenInUseIsReplacedBeforeItsEnd() throws Exception {
        ClientCredentials credentials = credentials();
        assertThat(authorization(credentials)).isEqualTo("Bearer token-1");
        clock.pass(ofSeconds(239));
        assertThat(authorization(credentials)).isEqualTo("Bearer token-1");
        assertThat(tokens.requests()).hasSize(1);

        clock.pass(ofSeconds(2));
        tokens.hold();
        for (int i = 0; i < 100; i++) assertThat(authorization(credentials)).isEqualTo("Bearer token-1");
        tokens.answerAgain();
        awaitToken(credentials, "Bearer token-2");
        assertThat(tokens.requests()).hasSize(2);
    }

    /** While it is fetched, callers have the old one. */
    private static void awaitToken(ClientCredentials credentials, String expected) {
        while (!authorization(credentials).equals(expected)) Thread.onSpinWait();
    }

    private static String authorization(ClientCredentials credentials) {
        return credentials.headers().toCompletableFuture().join().get("authorization");
    }

    @Test
    void aTokenServerThatFailsIsLeftAloneForAWhile() {
        tokens.isDown = true;
        assertThat(hundredCalls()).allSatisfy(call -> assertThat(call).isCompletedExceptionally());
        assertThat(tokens.requests()).hasSize(1);

        assertThatThrownBy(this::call)
                .isInstanceOf(TransportException.class)
                .hasMessage("No token: %s gave no token, status 503: temporarily_unavailable.", tokens.uri());
        assertThat(tokens.requests()).hasSize(1);
        assertThat(graph.received()).isEmpty();

        clock.pass(ofMillis(250));
        assertThatThrownBy(this::call).isInstanceOf(TransportException.class);
        assertThat(tokens.requests()).as("the longest first delay has passed").hasSize(2);
        clock.pass(ofMillis(249));
        assertThatThrownBy(this::call).isInstanceOf(TransportException.class);
        assertThat(tokens.requests()).as("not yet the shortest second delay").hasSize(2);
        clock.pass(ofMillis(251));
        tokens.isDown = false;
        assertThat(call()).isEqualTo("Bearer token-1");
        assertThat(tokens.requests()).hasSize(3);
    }

    @Test
    void theOldTokenServesWhileANewOneCannotBeHad() {
        call();
        tokens.isDown = true;
        clock.pass(ofSeconds(241));
        assertThat(call()).isEqualTo("Bearer token-1");
        clock.pass(ofSeconds(53));
        assertThat(call()).isEqualTo("Bearer token-1");
        clock.pass(ofSeconds(1));
        assertThatThrownBy(this::call).hasMessageContaining("temporarily_unavailable");
    }

    @Test
    void aRejectedTokenIsReplacedAndTheRequestSentOnceMore() {
        call();
        rejected.add("Bearer token-1");
        assertThat(call()).isEqualTo("Bearer token-2");
        assertThat(tokens.requests()).hasSize(2);
        assertThat(graph.received()).hasSize(3);
    }

    @Test
    void manyRejectionsAtOneTimeAreOneReplacement() throws Exception {
        CountDownLatch all = new CountDownLatch(50);
        try (AnsweringServer slow = AnsweringServer.start(request -> {
                    if (!request.header("authorization").equals("Bearer token-1")) return caller(request);
                    all.countDown();
                    all.await();
                    return Answer.error(401, "Who are you?");
                });
                Client many =
                        Client.builder(slow.uri()).credentials(credentials()).build()) {
            var calls = IntStream.range(0, 50)
                    .mapToObj(i -> many.executeAsync(CALLER).toCompletableFuture())
                    .toList();
            assertThat(callers(calls)).containsExactly("Bearer token-2");
            assertThat(tokens.requests()).hasSize(2);
            assertThat(slow.received()).hasSize(100);
        }
    }

    @Test
    void aServerThatTakesNoTokenCostsOneReplacementInTenSeconds() {
        for (int i = 1; i < 10; i++) rejected.add("Bearer token-" + i);
        var refused = catchThrowableOfType(RequestErrorException.class, this::call);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused).hasMessage("Who are you?");
        assertThat(graph.received()).hasSize(2);
        assertThat(tokens.requests()).hasSize(2);

        assertThatThrownBy(this::call).isInstanceOf(RequestErrorException.class);
        assertThat(graph.received()).hasSize(3);
        assertThat(tokens.requests()).hasSize(2);

        clock.pass(ofSeconds(10));
        assertThatThrownBy(this::call).isInstanceOf(RequestErrorException.class);
        assertThat(graph.received()).hasSize(5);
        assertThat(tokens.requests()).hasSize(3);
    }

    @Test
    void whoGivesUpLeavesTheTokenToTheOthers() {
        tokens.hold();
        var first = client.executeAsync(CALLER).toCompletableFuture();
        var second = client.executeAsync(CALLER).toCompletableFuture();
        first.cancel(true);
        tokens.answerAgain();
        assertThat(second.join().orThrow()).containsEntry("caller", "Bearer token-1");
        assertThat(tokens.requests()).hasSize(1);
    }

    @Test
    void waitingForATokenEndsAtTheDeadline() {
        tokens.hold();
        assertThatThrownBy(() -> client.execute(CALLER.timeout(ofMillis(50))))
                .isInstanceOf(TransportException.class)
                .hasMessage("No credentials until the deadline of the request, which was not sent.");
        assertThat(graph.received()).isEmpty();
        tokens.answerAgain();
    }

    @Test
    void anAuthorizationOfTheOperationGoesBefore() {
        assertThat(client.execute(CALLER.header("Authorization", "Bearer mine"))
                        .orThrow()
                        .get("caller"))
                .isEqualTo("Bearer mine");
        assertThat(tokens.requests()).isEmpty();
    }

    @Test
    void textsHaveNeitherSecretNorToken() {
        ClientCredentials credentials = credentials();
        authorization(credentials);
        assertThat(credentials).hasToString("ClientCredentials[todo-web for []]");
    }
}
