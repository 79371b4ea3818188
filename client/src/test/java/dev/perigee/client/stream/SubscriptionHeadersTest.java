package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.ClientBuilder;
import dev.perigee.client.Credentials;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Protocol;
import dev.perigee.client.TransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the headers of subscriptions, by each protocol. */
@Timeout(20)
class SubscriptionHeadersTest {
    private static final Operation<Map<String, @Nullable Object>> TICKS = Operation.of("subscription { tick }");

    private static ClientBuilder client(SocketServer server, Protocol protocol) {
        return Client.builder(server.uri())
                .subscriptions(
                        protocol == Protocol.WEB_SOCKET
                                ? SubscriptionSettings.webSocket()
                                : SubscriptionSettings.serverSentEvents());
    }

    private static TransportException failure(Client client, Operation<Map<String, @Nullable Object>> operation) {
        Object end = Probe.eager(client.subscribe(operation)).end();
        assertThat(end).isInstanceOf(TransportException.class);
        return (TransportException) end;
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void one_that_can_not_be_sent_is_named_without_its_value(Protocol protocol) throws IOException {
        try (SocketServer server = new SocketServer(SocketServer.Peer::awaitEnd);
                Client client = client(server, protocol).build()) {
            TransportException failure = failure(client, TICKS.header("authorization", "Bearer\nsecret"));
            assertThat(failure).hasMessageContaining("No connection: The header \"authorization\" can't be sent: ");
            assertThat(failure.mayHaveRun()).isFalse();
            assertThat(logged(failure)).doesNotContain("secret");
            assertThat(server.connections).hasValue(0);
        }
    }

    /** What is thrown is not lost on a thread of the JDK, with the subscription waiting for nothing. */
    @ParameterizedTest
    @EnumSource(Protocol.class)
    void credentials_that_throw_when_they_are_refused(Protocol protocol) throws IOException {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.body();
                    peer.head("401 Unauthorized", "text/plain");
                });
                Client client =
                        client(server, protocol).credentials(new Broken()).build()) {
            TransportException failure = failure(client, TICKS);
            assertThat(failure).hasMessageEndingWith("/graphql: No connection: no other key");
            assertThat(failure.mayHaveRun()).isFalse();
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void credentials_that_throw_when_a_connection_is_closed_to_them() throws IOException {
        try (SocketServer server = new SocketServer(peer -> {
                    peer.accept("graphql-transport-ws");
                    peer.read();
                    peer.close(4403, "Forbidden");
                });
                Client client = client(server, Protocol.WEB_SOCKET)
                        .credentials(new Broken())
                        .build()) {
            assertThat(failure(client, TICKS)).hasMessageEndingWith("/graphql: No connection: no other key");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void refused_credentials_are_told_of_without_the_other_headers(Protocol protocol) throws IOException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        Renewable renewable = new Renewable();
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(peer.headers.get("authorization") + ", " + peer.headers.get("x-test"));
                    peer.body();
                    peer.head("401 Unauthorized", "text/plain");
                });
                Client client = client(server, protocol).credentials(renewable).build()) {
            assertThat(failure(client, TICKS.header("X-Test", "1")).status()).isEqualTo(401);
            assertThat(received).containsExactly("Bearer 0, 1", "Bearer 1, 1");
            assertThat(renewable.rejected).containsExactly(Map.of("Authorization", "Bearer 0"));
        }
    }

    private static final class Broken implements Credentials {
        @Override
        public CompletionStage<Map<String, String>> headers() {
            return CompletableFuture.completedStage(Map.of("Authorization", "Bearer 0"));
        }

        @Override
        public boolean rejected(Map<String, String> headers) {
            throw new IllegalStateException("no other key");
        }
    }

    /** Another token after each refusal. */
    private static final class Renewable implements Credentials {
        final BlockingQueue<Map<String, String>> rejected = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<Map<String, String>> headers() {
            return CompletableFuture.completedStage(Map.of("Authorization", "Bearer " + rejected.size()));
        }

        @Override
        public boolean rejected(Map<String, String> headers) {
            return rejected.add(headers);
        }
    }

    private static String logged(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void an_operation_with_an_authorization_goes_without_credentials(Protocol protocol) throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        Credentials credentials = new Credentials() {
            @Override
            public CompletionStage<Map<String, String>> headers() {
                asked.add("headers");
                return CompletableFuture.completedStage(Map.of("authorization", "Bearer client", "x-key", "client"));
            }

            @Override
            public boolean rejected(Map<String, String> headers) {
                return asked.add("rejected");
            }
        };
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(peer.headers.get("authorization") + ", " + peer.headers.get("x-key"));
                    peer.body();
                    peer.head("401 Unauthorized", "text/plain");
                });
                Client client =
                        client(server, protocol).credentials(credentials).build()) {
            TransportException failure = failure(client, TICKS.header("Authorization", "Bearer operation"));
            assertThat(failure.status()).isEqualTo(401);
            assertThat(received).containsExactly("Bearer operation, null");
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void names_that_differ_in_case_are_one(Protocol protocol) throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        try (SocketServer server = new SocketServer(peer -> {
                    received.add(peer.headers.get("x-tenant") + "; " + peer.headers.get("x-key"));
                    peer.body();
                    peer.head("404 Not Found", "text/plain");
                });
                Client client = client(server, protocol)
                        .header("x-tenant", "client")
                        .credentials(Credentials.of(() -> Map.of("X-KEY", "credentials")))
                        .build()) {
            failure(
                    client,
                    TICKS.header("X-Tenant", "a").header("X-TENANT", "b").header("x-key", "operation"));
            assertThat(received).containsExactly("b; credentials");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void credentials_that_throw_are_the_subscriptions_failure(Protocol protocol) throws IOException {
        Credentials broken = Credentials.of(() -> {
            throw new IllegalStateException("no key");
        });
        try (SocketServer server = new SocketServer(SocketServer.Peer::awaitEnd);
                Client client = client(server, protocol).credentials(broken).build()) {
            TransportException failure = failure(client, TICKS);
            assertThat(failure).hasMessageEndingWith("/graphql: No connection: no key");
            assertThat(failure.mayHaveRun()).isFalse();
            assertThat(server.connections).hasValue(0);
        }
    }
}
