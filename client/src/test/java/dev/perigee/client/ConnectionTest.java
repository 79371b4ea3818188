package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.AnsweringServer.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS with keys made here, for both sides, and proxies. */
class ConnectionTest {
    private static final Operation<Map<String, Object>> HELLO = Operation.of("{ hello }");

    @TempDir
    static Path folder;

    private static SelfSigned server;
    private static SelfSigned client;
    private static SelfSigned stranger;

    @BeforeAll
    static void make() throws Exception {
        server = new SelfSigned(folder, "server", "EC");
        client = new SelfSigned(folder, "client", "RSA");
        stranger = new SelfSigned(folder, "stranger", "Ed25519");
    }

    private static AnsweringServer serve(boolean isMutual) throws IOException {
        SSLContext context = Tls.trusting(client.certificate)
                .showing(server.store, SelfSigned.PASSWORD)
                .context();
        return AnsweringServer.start(context, isMutual, request -> Answer.data("hello", "safe"));
    }

    private static Object call(AnsweringServer server, Tls tls) {
        try (Client client =
                Client.builder(server.uri("https")).sslContext(tls.context()).build()) {
            return client.execute(HELLO).orThrow().get("hello");
        }
    }

    @Test
    void trustsAnAuthorityOfItsOwn() throws IOException {
        try (AnsweringServer running = serve(false)) {
            assertThat(call(running, Tls.trusting(server.certificate))).isEqualTo("safe");
        }
    }

    @Test
    void trustsNobodyElse() throws IOException {
        try (AnsweringServer running = serve(false)) {
            for (Tls tls : new Tls[] {Tls.trustingTheUsual(), Tls.trusting(stranger.certificate)}) {
                assertThatThrownBy(() -> call(running, tls))
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("unable to find valid certification path");
            }
            assertThat(running.received()).isEmpty();
        }
    }

    @Test
    void showsACertificateOfItsOwn() throws IOException {
        try (AnsweringServer running = serve(true)) {
            Tls trusting = Tls.trusting(server.certificate);
            assertThat(call(running, trusting.showing(client.certificate, client.key)))
                    .isEqualTo("safe");
            assertThat(call(running, trusting.showing(client.store, SelfSigned.PASSWORD)))
                    .isEqualTo("safe");
            assertThatThrownBy(() -> call(running, trusting)).isInstanceOf(TransportException.class);
            assertThatThrownBy(() -> call(running, trusting.showing(stranger.certificate, stranger.key)))
                    .isInstanceOf(TransportException.class);
            assertThat(running.received()).hasSize(2);
        }
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreNamed() throws IOException {
        Path absent = folder.resolve("absent.pem");
        assertThatThrownBy(() -> Tls.trusting(absent)).hasMessage(absent + ": there is no such file");
        assertThatThrownBy(() -> Tls.trusting(client.key)).hasMessageStartingWith(client.key + ": ");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> Tls.trusting(empty)).hasMessage(empty + ": there is no certificate in it");
        assertThatThrownBy(() -> Tls.trustingTheUsual().showing(client.certificate, client.certificate))
                .hasMessage(client.certificate + ": there is no \"BEGIN PRIVATE KEY\" in it."
                        + " Other forms become one by: openssl pkcs8 -topk8 -nodes");
        assertThatThrownBy(() -> Tls.trustingTheUsual().showing(client.certificate, server.key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(server.key + ": ");
    }

    @Test
    void httpsGoesThroughTheTunnelOfAProxy() throws IOException {
        try (AnsweringServer running = serve(false);
                ConnectProxy proxy = new ConnectProxy();
                Client through = Client.builder(running.uri("https"))
                        .sslContext(Tls.trusting(server.certificate).context())
                        .proxy(proxy.selector())
                        .build()) {
            assertThat(through.execute(HELLO).orThrow()).containsEntry("hello", "safe");
            assertThat(proxy.asked())
                    .containsExactly("CONNECT localhost:%d HTTP/1.1"
                            .formatted(running.uri().getPort()));
        }
    }

    @ParameterizedTest
    @EnumSource(SubscriptionSettings.Protocol.class)
    void aSubscriptionIsNotBegunAnewWithoutTrust(SubscriptionSettings.Protocol protocol) throws IOException {
        SubscriptionSettings settings = protocol == SubscriptionSettings.Protocol.WEB_SOCKET
                ? SubscriptionSettings.webSocket()
                : SubscriptionSettings.serverSentEvents();
        try (AnsweringServer running = serve(false);
                ConnectProxy proxy = new ConnectProxy();
                Client through = Client.builder(running.uri("https"))
                        .sslContext(Tls.trusting(stranger.certificate).context())
                        .proxy(proxy.selector())
                        .subscriptions(settings.reconnects(3, Duration.ofMillis(10)))
                        .build();
                Stream<?> events = through.events(Operation.of("subscription { tick }"))) {
            assertThatThrownBy(events::count)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThat(proxy.asked()).hasSize(1);
        }
    }

    @Test
    void onlyTheProxyLearnsItsPassword() throws IOException {
        try (AnsweringServer proxy = AnsweringServer.start(
                request -> Answer.data("hello", request.uri() + " for " + request.header("proxy-authorization")))) {
            URI uri = URI.create("http://graph.example/graphql");
            Object seen = callThrough(
                    uri,
                    ProxySelector.of(
                            new InetSocketAddress("localhost", proxy.uri().getPort())));
            assertThat(seen).isEqualTo("http://graph.example/graphql for Basic YWRhOnMzY3JldA==");
            assertThat(callThrough(proxy.uri(), ProxySelector.of(null))).isEqualTo("/graphql for null");
        }
    }

    private static Object callThrough(URI uri, ProxySelector selector) {
        try (Client client = Client.builder(uri)
                .proxy(selector)
                .proxyCredentials("ada", "s3cret")
                .build()) {
            return client.execute(HELLO).orThrow().get("hello");
        }
    }
}
