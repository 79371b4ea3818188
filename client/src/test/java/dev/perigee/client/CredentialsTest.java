package dev.perigee.client;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server sees of a client's settings. */
class CredentialsTest {
    private static final Operation<Map<String, Object>> QUERY = Operation.of("{ a }");
    private static final Schema SCHEMA = Schema.of(Source.of("test", "type Query { a: String }"));

    private AnsweringServer server;
    private volatile int failures;

    @BeforeEach
    void start() throws IOException {
        server = AnsweringServer.start(this::answer);
    }

    private Answer answer(Received request) {
        if (failures == 0) return Answer.data("a", "b");
        failures--;
        return Answer.error(503, "later");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ClientBuilder client() {
        return Client.builder(server.uri()).schema(SCHEMA);
    }

    private Received seen(ClientBuilder settings) {
        try (Client client = settings.build()) {
            client.execute(QUERY);
            return server.received().getLast();
        }
    }

    @Test
    void formsOfCredentials() {
        assertThat(seen(client()).header("authorization")).isNull();
        assertThat(seen(client().credentials(Credentials.bearer("abc"))).header("authorization"))
                .isEqualTo("Bearer abc");
        assertThat(seen(client().credentials(Credentials.basic("ada", "pass:word")))
                        .header("authorization"))
                .isEqualTo("Basic YWRhOnBhc3M6d29yZA==");
        assertThat(seen(client().credentials(Credentials.of(() -> Map.of("x-key", "k"))))
                        .header("x-key"))
                .isEqualTo("k");
    }

    @Test
    void functionsAreAskedForEachAttempt() {
        AtomicInteger asked = new AtomicInteger();
        failures = 2;
        Received last = seen(client().retries(new Retries(3, ofMillis(1), ofMillis(1)))
                .credentials(Credentials.of(() -> Map.of("x-key", "" + asked.incrementAndGet()))));
        assertThat(last.header("x-key")).isEqualTo("3");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void aFunctionThatFailsIsTheOperationsFailure() {
        try (Client client = client().credentials(Credentials.of(() -> {
                    throw new IllegalStateException("no key");
                }))
                .build()) {
            assertThatThrownBy(() -> client.execute(QUERY)).hasStackTraceContaining("no key");
            assertThat(client.executeAsync(QUERY)).isNotNull();
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void fixedCredentialsAreNotSentAgainWhenRejected() throws IOException {
        try (AnsweringServer strict = AnsweringServer.start(request -> Answer.error(401, "No."));
                Client client = Client.builder(strict.uri())
                        .credentials(Credentials.bearer("abc"))
                        .build()) {
            assertThat(catchThrowableOfType(RequestErrorException.class, () -> client.execute(QUERY))
                            .status())
                    .isEqualTo(401);
            assertThat(strict.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nx-admin: true", "tökén"})
    void tokensThatAreNone(String token) {
        assertThatThrownBy(() -> Credentials.bearer(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The token is empty, or has characters that are not visible ASCII");
    }

    @Test
    void namesHaveNoColon() {
        assertThatThrownBy(() -> Credentials.basic("a:b", "c")).hasMessage("A user's name must not have a colon in it");
    }

    @Test
    void textsHaveNoSecrets() {
        assertThat(Credentials.bearer("abc")).hasToString("Bearer credentials");
        assertThat(Credentials.basic("ada", "abc")).hasToString("Basic credentials");
    }

    @Test
    void headersOfTheOperationGoBeforeThoseOfTheClient() {
        try (Client client =
                client().header("x-tenant", "one").header("x-app", "web").build()) {
            client.execute(QUERY.header("X-Tenant", "two"));
        }
        assertThat(server.received().getLast().headers().get("x-tenant")).containsExactly("two");
        assertThat(server.received().getLast().header("x-app")).isEqualTo("web");
    }

    @Test
    void serversAreToldHowLongTheirAnswerIsWaitedFor() {
        String millis = seen(client().timeout(ofSeconds(20)).deadlineHeader("X-Request-Timeout"))
                .header("x-request-timeout");
        assertThat(Long.parseLong(millis)).isBetween(1L, 20_000L);
        assertThat(seen(client()).header("x-request-timeout")).isNull();
    }
}
