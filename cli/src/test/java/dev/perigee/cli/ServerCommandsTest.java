package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perigee.data.ClientException;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code query}, {@code subscribe} and {@code schema fetch} with a server of Perigee. */
@Timeout(60)
final class ServerCommandsTest {
    private static final String SDL = """
        type Query {
          pets(first: Int): [Pet!]!
          broken: Int
          token: String
        }

        type Pet {
          name: String!
        }

        type Subscription {
          count(to: Int!): Int!
        }
        """;

    @TempDir
    private Path folder;

    private GraphServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        record Pet(String name) {}
        Wiring wiring = Wiring.builder()
                .query("pets", (arguments, context) -> List.of(new Pet("Tom"), new Pet("Rex \"the dog\"")))
                .query("broken", (arguments, context) -> {
                    throw new ClientException("BROKEN", "It is broken.");
                })
                .query("token", (arguments, context) -> context.headers().first("authorization"))
                .subscription("count", (arguments, context) -> count(arguments.integer("to")))
                .build();
        server = GraphServer.builder(Engine.builder(Schema.of(Source.of("test", SDL)))
                        .wiring(wiring)
                        .build())
                .port(0)
                .start();
        url = server.uri().resolve("graphql").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Flow.Publisher<Integer> count(int to) {
        return subscriber -> {
            SubmissionPublisher<Integer> numbers = new SubmissionPublisher<>(Runnable::run, 256);
            numbers.subscribe(subscriber);
            for (int i = 1; i <= to; i++) numbers.submit(i);
            numbers.close();
        };
    }

    private CommandRun query(String document, String... more) {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[] {"query", "--url", url}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.withInput(document, arguments);
    }

    @Test
    void a_query_is_printed_for_people_or_for_programs() {
        assertThat(query("{ pets { name } }")).isEqualTo(new CommandRun(0, """
            {
              "data": {
                "pets": [
                  {
                    "name": "Tom"
                  },
                  {
                    "name": "Rex \\"the dog\\""
                  }
                ]
              }
            }
            """, ""));
        assertThat(query("{ pets { name } }", "--raw").out())
                .isEqualTo("{\"data\":{\"pets\":[{\"name\":\"Tom\"},{\"name\":\"Rex \\\"the dog\\\"\"}]}}\n");
        assertThat(query("{ broken }", "--raw", "--color", "always").out())
                .startsWith("{\u001b[34m\"errors\"\u001b[0m:[{\u001b[34m\"message\"\u001b[0m:"
                        + "\u001b[32m\"It is broken.\"\u001b[0m,")
                .contains("\"data\"\u001b[0m:{\u001b[34m\"broken\"\u001b[0m:\u001b[36mnull\u001b[0m}");
    }

    @Test
    void what_is_wrong_is_said_without_the_server() throws IOException {
        String file = Files.writeString(
                        folder.resolve("pets.graphql"), "query Pets($n: Int) {\n  pets(first: $n) { nme }\n}")
                .toString();
        assertThat(CommandRun.of("query", "--url", url, file)).isEqualTo(new CommandRun(1, "", file + """
            :2:21: Cannot query field "nme" on type "Pet". Did you mean "name"?
              pets(first: $n) { nme }
                                ^
            """));
        assertThat(query("query($n: Int) { pets(first: $n) { name } }", "--variables", "{\"n\": \"x\"}"))
                .satisfies(run -> assertThat(run.err()).startsWith("-:1:7: Variable \"$n\""))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1));
        assertThat(query("{ pets {").err()).startsWith("-:1:9: ");
        assertThat(query("{ nme }", "--no-schema"))
                .satisfies(run -> assertThat(run.out()).contains("\"problem\": \"FIELD_UNDEFINED\""))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(3));
    }

    @Test
    void a_schema_is_fetched_once_with_a_cache_or_never_with_files() throws IOException {
        String cache = folder.resolve("schema.json").toString();
        assertThat(query("{ nme }", "--schema-cache", cache).exitCode()).isEqualTo(1);
        String sdl = Files.writeString(folder.resolve("schema.graphqls"), SDL).toString();
        server.close();
        assertThat(query("{ nme }", "--schema-cache", cache).exitCode()).isEqualTo(1);
        assertThat(query("{ nme }", "--schema", sdl).exitCode()).isEqualTo(1);
        assertThat(query("{ pets { name } }", "--schema", sdl))
                .satisfies(run -> assertThat(run.err()).startsWith("perigee: " + url + " cannot be reached"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
    }

    @Test
    void errors_in_the_response_have_a_code_of_their_own() {
        assertThat(query("{ broken pets { name } }", "--raw"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(3))
                .satisfies(run -> assertThat(run.out())
                        .startsWith(
                                "{\"errors\":[{\"message\":\"It is broken.\",\"locations\":[{\"line\":1,\"column\":3}],"
                                        + "\"path\":[\"broken\"]")
                        .contains("\"data\":{\"broken\":null,\"pets\":[{"));
    }

    @Test
    void headers_and_tokens_are_sent() throws IOException {
        assertThat(query("{ token }", "--raw", "-H", "Authorization: Basic abc").out())
                .isEqualTo("{\"data\":{\"token\":\"Basic abc\"}}\n");
        assertThat(query("{ token }", "--raw", "--bearer-env", "PATH").out())
                .isEqualTo("{\"data\":{\"token\":\"Bearer " + System.getenv("PATH") + "\"}}\n");
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        HttpServer tokens = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] token = "{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"expires_in\":60}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        tokens.start();
        try {
            String tokenUrl = "http://localhost:" + tokens.getAddress().getPort() + "/token";
            assertThat(query(
                                    "{ token }",
                                    "--raw",
                                    "--oauth",
                                    tokenUrl,
                                    "--client",
                                    "c",
                                    "--secret-env",
                                    "HOME",
                                    "--scope",
                                    "read")
                            .out())
                    .isEqualTo("{\"data\":{\"token\":\"Bearer t1\"}}\n");
        } finally {
            tokens.stop(0);
        }
        String secret = URLEncoder.encode(System.getenv("HOME"), UTF_8);
        assertThat(asked)
                .containsExactly(
                        "Basic " + Base64.getEncoder().encodeToString(("c:" + secret).getBytes(UTF_8)),
                        "grant_type=client_credentials&scope=read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "sse"})
    void a_subscription_is_one_event_a_line(String protocol) {
        String document = "subscription($to: Int!) { count(to: $to) }";
        assertThat(CommandRun.withInput(
                        document, "subscribe", "--url", url, "--protocol", protocol, "--variables", "{\"to\": 3}", "-"))
                .isEqualTo(new CommandRun(0, """
                    {"data":{"count":1}}
                    {"data":{"count":2}}
                    {"data":{"count":3}}
                    """, ""));
        assertThat(CommandRun.withInput(
                        document,
                        "subscribe",
                        "--url",
                        url,
                        "--protocol",
                        protocol,
                        "--variables",
                        "{\"to\": 200}",
                        "--limit",
                        "2",
                        "-"))
                .isEqualTo(new CommandRun(0, "{\"data\":{\"count\":1}}\n{\"data\":{\"count\":2}}\n", ""));
        assertThat(CommandRun.withInput("subscription { cont(to: 1) }", "subscribe", "--url", url, "-"))
                .satisfies(run -> assertThat(run.err()).contains("Did you mean \"count\"?"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1));
    }

    @Test
    void a_schema_is_printed_as_sdl() throws IOException {
        assertThat(CommandRun.of("schema", "fetch", "--url", url)).isEqualTo(new CommandRun(0, SDL, ""));
        Path file = folder.resolve("fetched.graphqls");
        assertThat(CommandRun.of("schema", "fetch", "--url", url, "--out", file.toString()))
                .isEqualTo(new CommandRun(0, "", ""));
        assertThat(file).hasContent(SDL);
        String nowhere = folder.resolve("none/x.graphqls").toString();
        assertThat(CommandRun.of("schema", "fetch", "--url", url, "--out", nowhere))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't write " + nowhere + ": there is no such file\n"));
    }

    @Test
    void wrong_usage_is_explained() throws IOException {
        assertThat(query("{ a }", "-H", "nocolon").err())
                .startsWith("perigee: --header: \"nocolon\" has no name and colon, as in \"Name: value\".\n");
        assertThat(query("{ a }", "--oauth", "http://localhost/").err())
                .startsWith("perigee: --oauth needs --client and --secret-env.\n");
        assertThat(query("{ a }", "--bearer-env", "NO_SUCH_VARIABLE").err())
                .startsWith("perigee: --bearer-env: the environment variable NO_SUCH_VARIABLE is not set.\n");
        assertThat(query("{ a }", "--no-schema", "--schema", "x").exitCode()).isEqualTo(2);
        assertThat(CommandRun.withInput("{ a }", "query", "-").err())
                .startsWith("perigee: Missing required option: '--schema=SCHEMA', or '--url=URL'\n");
        assertThat(CommandRun.withInput("{ a }", "query", "--url", "ftp://x/", "-")
                        .err())
                .startsWith("perigee: The address must begin with http:// or https://");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(CommandRun.of("schema", "fetch", "--url", "http://localhost:" + closed + "/graphql"))
                .isEqualTo(new CommandRun(
                        2, "", "perigee: http://localhost:" + closed + "/graphql cannot be reached: no connection.\n"));
    }
}
