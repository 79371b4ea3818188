package dev.perigee.client.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.perigee.client.AnsweringServer;
import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import dev.perigee.client.TransportException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token server is asked, and what is made of its answers. */
class TokenRequestTest {
    private static final String GRANTED = "{\"access_token\":\"abc\",\"token_type\":\"bearer\"}";

    private AnsweringServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void serverAnswers(AnsweringServer.Answers answers) throws IOException {
        server = AnsweringServer.start(answers);
    }

    private static Map<String, String> fetch(ClientCredentialsBuilder settings) {
        return settings.build().headers().toCompletableFuture().join();
    }

    private static String failure(ClientCredentialsBuilder settings) {
        var failure = catchThrowableOfType(CompletionException.class, () -> fetch(settings));
        assertThat(failure).hasCauseInstanceOf(TransportException.class);
        return failure.getCause().getMessage();
    }

    private Received asked(UnaryOperator<ClientCredentialsBuilder> settings) throws IOException {
        serverAnswers(request -> Answer.of(200, GRANTED));
        assertThat(fetch(settings.apply(ClientCredentials.at(server.uri()))))
                .containsExactly(Map.entry("authorization", "Bearer abc"));
        return server.received().getFirst();
    }

    private static Map<String, String> form(Received request) {
        assertThat(request.header("content-type")).startsWith("application/x-www-form-urlencoded");
        return Arrays.stream(request.body().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Test
    void secretsGoIntoTheHeader() throws IOException {
        Received request = asked(settings -> settings.client("todo-web", "s3cret"));
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("authorization")).isEqualTo("Basic dG9kby13ZWI6czNjcmV0");
        assertThat(request.header("accept")).isEqualTo("application/json");
        assertThat(form(request)).containsExactly(Map.entry("grant_type", "client_credentials"));
    }

    @Test
    void secretsGoIntoTheBodyWhereItMustBe() throws IOException {
        Received request = asked(settings -> settings.clientInBody("todo-web", "s3cret"));
        assertThat(request.header("authorization")).isNull();
        assertThat(form(request))
                .isEqualTo(
                        Map.of("grant_type", "client_credentials", "client_id", "todo-web", "client_secret", "s3cret"));
    }

    @Test
    void whatTheTokenIsForIsSaid() throws IOException {
        Received request = asked(settings -> settings.client("a", "b")
                .scopes("todos:read")
                .scopes("todos:write")
                .audience("todos")
                .resource(URI.create("https://todos.example/graphql")));
        assertThat(form(request))
                .isEqualTo(Map.of(
                        "grant_type", "client_credentials",
                        "scope", "todos:read todos:write",
                        "audience", "todos",
                        "resource", "https://todos.example/graphql"));
    }

    @Test
    void keysOfRsaSign() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        SignedJWT proof = proof(pair);
        assertThat(proof.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
        assertThat(proof.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(proof.getJWTClaimsSet().getIssuer()).isEqualTo("todo-web");
        assertThat(proof.getJWTClaimsSet().getSubject()).isEqualTo("todo-web");
        assertThat(proof.getJWTClaimsSet().getAudience())
                .containsExactly(server.uri().toString());
        assertThat(proof.getJWTClaimsSet().getExpirationTime()).isInTheFuture();
        assertThat(proof.getJWTClaimsSet().getJWTID()).isNotNull();
    }

    @Test
    void keysOfEllipticCurvesSign() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        assertThat(proof(pair).verify(new ECDSAVerifier((ECPublicKey) pair.getPublic())))
                .isTrue();
    }

    private SignedJWT proof(KeyPair pair) throws Exception {
        Received request = asked(settings -> settings.clientWithKey("todo-web", pair.getPrivate(), "k1"));
        assertThat(request.header("authorization")).isNull();
        Map<String, String> form = form(request);
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        return SignedJWT.parse(form.get("client_assertion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            maxCharsPerColumn = 100_000,
            value = {
                "401 | {\"error\":\"invalid_client\"} | gave no token, status 401: invalid_client.",
                "400 | {\"error\":\"invalid_scope\",\"error_description\":\"No x.\"} | gave no token, status 400:"
                        + " invalid_scope (No x.).",
                "500 | <html>abc</html> | gave no token, status 500: it does not say why.",
                "302 | '' | gave no token, status 302: it does not say why.",
                "200 | <html>abc</html> | gave no token: its answer, status 200, is not one of OAuth 2.",
                "200 | {\"token_type\":\"bearer\"} | gave no token: its answer, status 200, is not one of OAuth 2.",
                "200 | {\"access_token\":\"\",\"token_type\":\"bearer\"} | gave no token: its answer, status 200, is"
                        + " not one of OAuth 2.",
                "200 | [] | gave no token: its answer, status 200, is not one of OAuth 2.",
                "200 | {\"access_token\":\"abc\",\"token_type\":\"DPoP\"} | gave a token that is not a bearer's, which"
                        + " is all that can be used here.",
                "200 | {\"access_token\":\"abc\\r"
                    + "\\n"
                    + "x-admin: true\",\"token_type\":\"bearer\"} | gave a token that is not a bearer's, which is all"
                    + " that can be used here."
            })
    void answersWithoutAToken(int status, String body, String expected) throws IOException {
        serverAnswers(request -> Answer.of(status, body));
        assertThat(failure(ClientCredentials.at(server.uri()).client("todo-web", "s3cret")))
                .isEqualTo("No token: " + server.uri() + " " + expected)
                .doesNotContain("abc", "s3cret");
    }

    @Test
    void answersThatAreTooDeepOrTooLong() throws IOException {
        serverAnswers(request -> Answer.of(200, "[".repeat(500_000)));
        assertThat(failure(ClientCredentials.at(server.uri()).client("a", "b"))).endsWith("is not one of OAuth 2.");
        server.close();
        serverAnswers(request -> Answer.of(200, GRANTED + " ".repeat(2_000_000)));
        assertThat(failure(ClientCredentials.at(server.uri()).client("a", "b"))).contains("more than 1,048,576 bytes");
    }

    @Test
    void answersThatDoNotCome() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        serverAnswers(request -> {
            never.await();
            return Answer.of(200, GRANTED);
        });
        assertThat(failure(ClientCredentials.at(server.uri()).client("a", "b").timeout(Duration.ofMillis(50))))
                .startsWith("No token: " + server.uri() + ": no whole answer within ");
        never.countDown();
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        serverAnswers(request -> Answer.of(200, GRANTED));
        try (ServerSocket socket = new ServerSocket(0)) {
            URI uri = URI.create("http://localhost:" + socket.getLocalPort() + "/token");
            socket.close();
            assertThat(failure(ClientCredentials.at(uri).client("a", "b")))
                    .isEqualTo("No token: " + uri + " cannot be reached: no connection.");
        }
    }

    /** A server whose metadata are at one path. */
    private void serverTells(String path, String issuer) throws IOException {
        serverAnswers(request -> switch (request.uri().getPath()) {
            case "/token" -> Answer.of(200, GRANTED);
            case String asked
            when asked.equals(path) ->
                Answer.of(
                        200,
                        "{\"issuer\":\"%s\",\"token_endpoint\":\"%s\",\"jwks_uri\":\"http://localhost/jwks\"}"
                                .formatted(
                                        issuer.isEmpty() ? server.uri().resolve("/realm") : issuer,
                                        server.uri().resolve("/token")));
            default -> Answer.of(404, "");
        });
    }

    @ParameterizedTest
    @CsvSource({"/.well-known/oauth-authorization-server/realm, 1", "/realm/.well-known/openid-configuration, 2"})
    void issuersTellWhereTokensAre(String path, int questions) throws IOException {
        serverTells(path, "");
        URI issuer = server.uri().resolve("/realm");
        assertThat(fetch(ClientCredentials.issuedBy(issuer).client("a", "b")))
                .containsEntry("authorization", "Bearer abc");
        assertThat(server.received()).hasSize(questions + 1);
        assertThat(server.received().getFirst().method()).isEqualTo("GET");
    }

    @Test
    void anIssuerIsAskedOnce() throws IOException {
        serverTells("/.well-known/oauth-authorization-server/realm", "");
        ClientCredentials credentials = ClientCredentials.issuedBy(server.uri().resolve("/realm"))
                .client("a", "b")
                .build();
        var first = credentials.headers().toCompletableFuture().join();
        credentials.rejected(first);
        credentials.headers().toCompletableFuture().join();
        assertThat(server.received())
                .extracting(request -> request.uri().getPath())
                .containsExactly("/.well-known/oauth-authorization-server/realm", "/token", "/token");
    }

    @Test
    void metadataOfAnotherIssuerAreNotFollowed() throws IOException {
        serverTells("/.well-known/oauth-authorization-server/realm", "https://elsewhere.example");
        assertThat(failure(ClientCredentials.issuedBy(server.uri().resolve("/realm"))
                        .client("a", "b")))
                .endsWith("status 200: they are those of another issuer, https://elsewhere.example.");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatIsWrongWithSettingsIsSaidAtOnce() throws Exception {
        serverAnswers(request -> Answer.of(200, GRANTED));
        assertThatThrownBy(() -> ClientCredentials.at(server.uri()).build())
                .hasMessage("Whose token? Give a client, with its id and secret or key.");
        assertThatThrownBy(() -> ClientCredentials.at(URI.create("token")))
                .hasMessageStartingWith("The address must begin with http:// or https://");
        assertThatThrownBy(() -> ClientCredentials.issuedBy(URI.create("ftp://a")))
                .hasMessageStartingWith("The address must begin with http:// or https://");
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThatThrownBy(() -> ClientCredentials.at(server.uri()).clientWithKey("a", pair.getPrivate(), "k"))
                .hasMessageContaining("(RSA or EC)");
    }
}
