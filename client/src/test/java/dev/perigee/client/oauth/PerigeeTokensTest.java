package dev.perigee.client.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.TestClock;
import dev.perigee.client.TransportException;
import dev.perigee.data.Caller;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import dev.perigee.server.auth.JwtAuthentication;
import dev.perigee.server.auth.SecretHash;
import dev.perigee.server.auth.TokenClient;
import dev.perigee.server.auth.TokenEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Perigee's client and server, with tokens of the server's own. */
class PerigeeTokensTest {
    private static final Operation<Map<String, Object>> ME = Operation.of("{ me }");
    private static final String ID = "web:shop%1"; // what Basic has to encode
    private static final String SECRET = "s3cret: 100% ü";

    private final TestClock serversClock = new TestClock();
    private final TestClock clientsClock = new TestClock();
    private final AtomicInteger ran = new AtomicInteger();
    private GraphServer server;

    @BeforeEach
    void start() throws IOException {
        TokenEndpoint tokens = TokenEndpoint.builder()
                .client(new TokenClient(
                        ID, SecretHash.of(SECRET), Set.of("todos:read"), Set.of(), "", Duration.ofMinutes(10)))
                .clock(serversClock.withZone(ZoneOffset.UTC))
                .build();
        server = GraphServer.builder(engine())
                .port(0)
                .tokenEndpoint(tokens)
                .authentication(JwtAuthentication.builder(tokens).build())
                .start();
    }

    private Engine engine() {
        return Engine.builder(Schema.of(Source.of("test", "type Query { me: String! }")))
                .wiring(Wiring.builder()
                        .query("me", (arguments, context) -> {
                            ran.incrementAndGet();
                            Caller caller = context.value(Caller.class);
                            return caller.name() + " " + caller.scopes();
                        })
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client client(String secret) {
        URI issuer = URI.create(server.uri().toString().replaceFirst("/$", ""));
        return Client.builder(server.uri().resolve("graphql"))
                .credentials(ClientCredentials.issuedBy(issuer)
                        .client(ID, secret)
                        .scopes("todos:read")
                        .clock(clientsClock)
                        .build())
                .build();
    }

    @Test
    void aTokenExpiresAndAnotherOneIsFetched() {
        try (Client client = client(SECRET)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.execute(ME).orThrow()).containsEntry("me", ID + " [todos:read]");
                serversClock.pass(Duration.ofMinutes(11));
                clientsClock.pass(Duration.ofMinutes(11));
            }
        }
    }

    @Test
    void aTokenThatTheServerKnowsToBeOverIsReplaced() {
        try (Client client = client(SECRET)) {
            client.execute(ME).orThrow();
            serversClock.pass(Duration.ofMinutes(11));
            assertThat(client.execute(ME).orThrow()).containsEntry("me", ID + " [todos:read]");
            assertThat(ran).hasValue(2);
        }
    }

    @Test
    void whoHasTheWrongSecretIsToldSo() {
        try (Client client = client("guess")) {
            var failure = catchThrowableOfType(TransportException.class, () -> client.execute(ME));
            assertThat(failure).hasMessageContaining("gave no token, status 401: invalid_client");
            assertThat(failure.status()).isEqualTo(401);
            assertThat(failure.mayHaveRun()).isFalse();
            assertThat(ran).hasValue(0);
        }
    }
}
