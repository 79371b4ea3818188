package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates of authorities of our own: who is trusted, by whom, and for which name. */
class TlsTest {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @TempDir
    static Path folder;

    private static Certificates ours;
    private static Certificates others;
    private static Certificates.Identity server;
    private static Certificates.Identity client;
    private static Certificates.Identity stranger;

    @BeforeAll
    static void issue() {
        ours = new Certificates(folder, "ours");
        others = new Certificates(folder, "others");
        server = ours.issue("server", "ip:127.0.0.1,dns:users.example");
        client = ours.issue("client", "dns:client");
        stranger = others.issue("stranger", "ip:127.0.0.1");
    }

    private static ByteServer start(ClientAuth clients) throws SSLException {
        SslContext context = GrpcSslContexts.forServer(
                        server.certificate().toFile(), server.key().toFile())
                .trustManager(ours.authority.toFile())
                .clientAuth(clients)
                .build();
        return new ByteServer(0, TlsTest::answer, builder -> builder.sslContext(context));
    }

    /** Whom the server sees. */
    private static void answer(byte[] request, Metadata headers, ServerCall<byte[], byte[]> call) throws Exception {
        var session = call.getAttributes().get(io.grpc.Grpc.TRANSPORT_ATTR_SSL_SESSION);
        String who = session.getLocalCertificates() == null ? "" : "tls";
        try {
            who = session.getPeerPrincipal().getName();
        } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
            who = "anybody";
        }
        ByteServer.echo(who.getBytes(UTF_8), headers, call);
    }

    @Test
    void trustsAnAuthorityOfItsOwn() throws Exception {
        try (ByteServer running = start(ClientAuth.NONE);
                Upstream upstream = running.upstream().tls(ours.authority).build()) {
            assertThat(caller(upstream)).isEqualTo("anybody");
        }
    }

    @Test
    void showsACertificateOfItsOwn() throws Exception {
        try (ByteServer running = start(ClientAuth.REQUIRE);
                Upstream upstream = running.upstream()
                        .mutualTls(ours.authority, client.certificate(), client.key())
                        .build()) {
            assertThat(caller(upstream)).isEqualTo("CN=client");
        }
    }

    private static String caller(Upstream upstream) throws InterruptedException {
        return new String(upstream.call(Call.of(METHOD, HELLO)).message(), UTF_8);
    }

    @Test
    void isNotAnsweredWithoutTheRightCertificate() throws Exception {
        try (ByteServer running = start(ClientAuth.REQUIRE)) {
            assertUnavailable(running.upstream().tls(ours.authority));
            assertUnavailable(running.upstream().mutualTls(ours.authority, stranger.certificate(), stranger.key()));
            assertUnavailable(running.upstream().plaintext());
            assertThat(running.calls).isEmpty();
        }
    }

    @Test
    void doesNotTrustOtherAuthoritiesOrNames() throws Exception {
        try (ByteServer running = start(ClientAuth.NONE)) {
            assertUnavailable(running.upstream().tls());
            assertUnavailable(running.upstream().tls(others.authority));
            assertUnavailable(running.upstream().tls(ours.authority).authority("orders.example"));
            String localhost = "localhost:" + running.server.getPort();
            assertUnavailable(Upstream.to("bytes", List.of(localhost)).tls(ours.authority));
            assertUnavailable(Upstream.to("bytes", List.of(localhost, localhost.replace("localhost", "127.0.0.2")))
                    .tls(ours.authority));
            assertThat(running.calls).isEmpty();
        }
    }

    private static void assertUnavailable(UpstreamBuilder builder) {
        try (Upstream upstream = builder.build()) {
            ClientException error =
                    catchThrowableOfType(ClientException.class, () -> upstream.call(Call.of(METHOD, HELLO)));
            assertThat(error.code()).isEqualTo("UNAVAILABLE");
            assertThat(error).hasMessage("The service is not available.");
        }
    }

    @Test
    void asksForAnotherNameWhereItIsToldTo() throws Exception {
        try (ByteServer running = start(ClientAuth.NONE);
                Upstream upstream = Upstream.to("bytes", List.of("localhost:" + running.server.getPort()))
                        .tls(ours.authority)
                        .authority("users.example")
                        .build()) {
            assertThat(caller(upstream)).isEqualTo("anybody");
        }
    }

    /** Of several addresses, each server's certificate is for its own. */
    @Test
    void checksTheNameOfEachAddress() throws Exception {
        try (ByteServer running = start(ClientAuth.NONE);
                Upstream upstream = Upstream.to("bytes", List.of("nowhere.invalid:1", running.address()))
                        .tls(ours.authority)
                        .build()) {
            assertThat(caller(upstream)).isEqualTo("anybody");
        }
    }

    @Test
    void saysWhichFileIsOfNoUse() throws Exception {
        Path missing = folder.resolve("missing.pem");
        assertThatThrownBy(() ->
                        Upstream.to("a", List.of("localhost:1")).tls(missing).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls: ")
                .hasMessageContaining("missing.pem");
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "garbage");
        assertThatThrownBy(() ->
                        Upstream.to("a", List.of("localhost:1")).tls(garbage).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls: ")
                .hasMessageContaining("garbage.pem");
        assertThatThrownBy(() -> Upstream.to("a", List.of("localhost:1"))
                        .mutualTls(null, client.certificate(), garbage)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls: ")
                .hasMessageContaining("garbage.pem");
    }
}
