package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.client.AnsweringServer.Answer;
import dev.perigee.client.AnsweringServer.Received;
import dev.perigee.client.oauth.ClientCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is run here, and does what it says. */
class ClientCredentialsGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/client-credentials.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/perigee/client/ClientCredentialsGuideTest.java");
    private static final Operation<Map<String, Object>> CALLER = Operation.of("{ caller }");

    private final String secret = "s3cret";
    private AnsweringServer server;

    @BeforeEach
    void start() throws IOException {
        server = AnsweringServer.start(ClientCredentialsGuideTest::answer);
    }

    private static Answer answer(Received request) {
        boolean isToken = request.uri().getPath().equals("/token");
        if (!isToken) return Answer.data("caller", request.header("authorization"));
        return request.body().contains("todos")
                ? Answer.of(200, "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"expires_in\":60}")
                : Answer.of(401, "{\"error\":\"invalid_client\",\"error_description\":\"No such client.\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Object caller(Client client) {
        try (client) {
            return client.execute(CALLER).orThrow().get("caller");
        }
    }

    @Test
    void bearer() {
        URI graph = server.uri();
        String token = "abc";
        Client client =
                Client.builder(graph).credentials(Credentials.bearer(token)).build();
        assertThat(caller(client)).isEqualTo("Bearer abc");
    }

    @Test
    void oauth() {
        URI tokenEndpoint = server.uri().resolve("/token");
        Credentials credentials = ClientCredentials.at(tokenEndpoint)
                .client("todo-web", secret)
                .scopes("todos:read", "todos:write")
                .build();
        assertThat(caller(Client.builder(server.uri()).credentials(credentials).build()))
                .isEqualTo("Bearer abc");
    }

    @Test
    void withoutAToken() throws IOException {
        URI tokenEndpoint = server.uri().resolve("/token");
        Credentials credentials =
                ClientCredentials.at(tokenEndpoint).client("nobody", secret).build();
        Throwable failure = catchThrowable(() ->
                caller(Client.builder(server.uri()).credentials(credentials).build()));
        String shown = failure.getMessage().replace("" + tokenEndpoint.getPort(), "9000");
        assertThat(blocks("text")).containsExactly(shown + "\n");
    }

    @Test
    void retries() {
        URI graph = server.uri();
        Client client = Client.builder(graph)
                .retries(new Retries(3, Duration.ofMillis(100), Duration.ofSeconds(5)))
                .build();
        assertThat(caller(client)).isEqualTo("null");
    }

    @Test
    void batching() {
        URI graph = server.uri();
        Client client = Client.builder(graph)
                .batching(new Batching(20, Duration.ofMillis(5)))
                .build();
        assertThat(caller(client)).isEqualTo("null");
    }

    @Test
    void tls(@TempDir Path folder) throws Exception {
        SelfSigned both = new SelfSigned(folder, "both", "EC");
        Path authorities = both.certificate;
        Path certificate = both.certificate;
        Path key = both.key;
        var context = Tls.trusting(both.certificate)
                .showing(both.store, SelfSigned.PASSWORD)
                .context();
        try (AnsweringServer secure =
                AnsweringServer.start(context, true, request -> Answer.data("caller", "known by certificate"))) {
            URI graph = secure.uri("https");
            Client client = Client.builder(graph)
                    .sslContext(
                            Tls.trusting(authorities).showing(certificate, key).context())
                    .build();
            assertThat(caller(client)).isEqualTo("known by certificate");
        }
    }

    @TestFactory
    Stream<DynamicTest> codeIsThatOfThisTest() throws IOException {
        String source = withoutLayout(Files.readString(SOURCE));
        return blocks("java")
                .map(block -> dynamicTest(block, () -> assertThat(source).contains(withoutLayout(block))));
    }

    private static Stream<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(match -> match.group(1));
    }

    /** The formatter breaks lines where the page need not. */
    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }
}
