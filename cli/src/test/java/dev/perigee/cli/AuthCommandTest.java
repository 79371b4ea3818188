package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.GraphFolder;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.RestoresClassLoader;
import dev.perigee.cli.serve.Serving;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a folder with settings to answers that know who asks: the commands, the server, and an authorization server. */
@Timeout(60)
@ExtendWith(RestoresClassLoader.class)
class AuthCommandTest {
    private static final String GRAPH = "schema: schema.graphqls\ncode: classes\nport: 0\n";

    @TempDir
    private Path path;

    private GraphFolder folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = GraphFolder.hello(path);
        folder.write("schema.graphqls", """
            type Query {
              hello: String!
              todos: [String!] @requiresScopes(scopes: [["todos:read"]])
              salary: Int @requiresRoles(roles: ["accountant"])
            }
            """);
        folder.module("""
            wiring.query("hello", (arguments, context) -> context.value(dev.perigee.data.Caller.class).name());
            wiring.query("todos", (arguments, context) -> java.util.List.of("sleep"));
            wiring.query("salary", (arguments, context) -> 7);
            """);
    }

    @Test
    void a_client_is_added_gets_a_token_and_asks() throws Exception {
        Path settings = folder.write("perigee.yaml", GRAPH + "auth: {clients: clients.yaml, keys: keys.json}\n");
        CommandRun added = addClient(settings, "--scope", "todos:read", "--scope", "todos:write");
        assertThat(added.err())
                .isEqualTo("Added \"web\" to " + path
                        + "/clients.yaml. Servers know it when they start next; its secret" + " is shown this once:\n");
        assertThat(added.out()).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(Files.readString(path.resolve("clients.yaml")))
                .doesNotContain(added.out().strip());

        String token;
        try (Serving serving = serve()) {
            token = token(serving.uri().toString(), added.out());
            assertThat(query(serving, token, "{ hello todos salary }"))
                    .contains("\"data\":{\"hello\":\"web\",\"todos\":[\"sleep\"],\"salary\":null}")
                    .contains("FORBIDDEN");
            assertThat(query(serving, null, "{ todos }")).contains("UNAUTHENTICATED");
            assertThat(query(serving, token + "x", "{ hello }")).contains("The access token can not be verified.");

            String less = token(serving.uri() + "oauth/token", added.out(), "--scope", "todos:write");
            assertThat(query(serving, less, "{ todos }")).contains("FORBIDDEN");
        }
        try (Serving again = serve()) { // on another port, so that the issuer is another
            assertThat(query(again, token, "{ hello }")).contains("The access token is of another issuer.");
        }
    }

    @Test
    void keys_in_a_file_outlive_the_server() throws Exception {
        Path settings = folder.write("perigee.yaml", GRAPH + """
            auth:
              clients: clients.yaml
              keys: keys.json
              issuer: http://graph.test
              anonymous: false
            """);
        String secret = addClient(settings).out();
        String token;
        try (Serving serving = serve()) {
            token = token(serving.uri().toString(), secret);
            assertThat(query(serving, null, "{ hello }")).contains("An access token is needed");
        }
        try (Serving again = serve()) {
            assertThat(query(again, token, "{ hello }")).isEqualTo("{\"data\":{\"hello\":\"web\"}}");
        }
    }

    /** The same graph and the same client: only {@code auth} is another. */
    @Test
    void tokens_of_another_authorization_server() throws Exception {
        try (OtherAuthorizationServer other = new OtherAuthorizationServer()) {
            folder.write("perigee.yaml", GRAPH + """
                auth:
                  issuer: %s
                  audience: https://graph.example.com
                  rolesClaim: realm_access.roles
                """.formatted(other.issuer()));
            try (Serving serving = serve()) {
                String token = token(other.issuer() + "/token", "their-secret");
                assertThat(query(serving, token, "{ hello todos salary }"))
                        .isEqualTo("{\"data\":{\"hello\":\"web\",\"todos\":[\"sleep\"],\"salary\":7}}");
                assertThat(query(serving, null, "{ todos }")).contains("UNAUTHENTICATED");
            }
        }
    }

    @Test
    void a_scope_that_each_token_must_have() throws Exception {
        Path settings =
                folder.write("perigee.yaml", GRAPH + "auth: {clients: clients.yaml, requiredScope: todos:read}\n");
        String secret = addClient(settings, "--scope", "todos:read", "--scope", "todos:write")
                .out();
        try (Serving serving = serve()) {
            String url = serving.uri().toString();
            HttpResponse<String> served = ask(serving, token(url, secret), "{ hello }");
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).isEqualTo("{\"data\":{\"hello\":\"web\"}}");

            HttpResponse<String> refused = ask(serving, token(url, secret, "--scope", "todos:write"), "{ hello }");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().allValues("www-authenticate"))
                    .containsExactly("Bearer error=\"insufficient_scope\","
                            + " error_description=\"The access token has not the scope todos:read.\","
                            + " scope=\"todos:read\"");
            assertThat(refused.body())
                    .contains("The access token has not the scope todos:read.")
                    .doesNotContain("data");
        }
    }

    @Test
    void a_scope_that_each_token_of_another_authorization_server_must_have() throws Exception {
        try (OtherAuthorizationServer other = new OtherAuthorizationServer()) {
            for (String scope : List.of("profile", "todos:admin")) {
                folder.write("perigee.yaml", GRAPH + """
                    auth:
                      issuer: %s
                      audience: https://graph.example.com
                      requiredScope: %s
                    """.formatted(other.issuer(), scope));
                try (Serving serving = serve()) {
                    String token = token(other.issuer() + "/token", "their-secret");
                    assertThat(ask(serving, token, "{ hello }").statusCode())
                            .as(scope)
                            .isEqualTo(scope.equals("profile") ? 200 : 403);
                }
            }
        }
    }

    @Test
    void a_token_that_is_not_given() throws Exception {
        addClient(folder.write("perigee.yaml", GRAPH + "auth: {clients: clients.yaml}\n"));
        try (Serving serving = serve()) {
            CommandRun refused = CommandRun.withInput(
                    "guess", "token", "--url", serving.uri().toString(), "--client", "web", "--secret-file", "-");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("invalid_client").doesNotContain("guess");
            assertThat(refused.out()).isEmpty();
        }
        CommandRun nobody = CommandRun.withInput(
                "guess", "token", "--url", "http://localhost:1", "--client", "web", "--secret-file", "-");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("http://localhost:1/oauth/token");
        for (String url :
                List.of("localhost:1", "mailto:me", "graph", "https:/graph", "https://me:hidden@localhost:1")) {
            CommandRun odd =
                    CommandRun.withInput("guess", "token", "--url", url, "--client", "web", "--secret-file", "-");
            assertThat(odd.exitCode()).as(url).isEqualTo(2);
            assertThat(odd.err())
                    .startsWith("perigee: --url takes a URL such as https://graph.example.com. The address ")
                    .doesNotContain("hidden", "\tat ");
        }
        CommandRun without = CommandRun.of("token", "--url", "http://localhost:1", "--client", "web");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("--secret-env");
    }

    @Test
    void what_people_wrote_in_the_file_stays() throws Exception {
        Path settings = folder.write("perigee.yaml", GRAPH + "auth: {clients: clients.yaml}\n");
        String comments = "# Ours.\nphone: # the app\n  secretHash: ${PHONE_HASH}";
        Path clients = folder.write("clients.yaml", comments);
        CommandRun.of(
                "client",
                "add",
                "on",
                "--role",
                "editor",
                "--audience",
                "server",
                "--lifetime",
                "90s",
                "--file",
                settings.toString());

        assertThat(Files.readString(clients))
                .startsWith(comments + "\n\n\"on\":\n  secretHash: pbkdf2-sha256:")
                .endsWith("\n  roles: [editor]\n  audience: server\n  lifetime: 90s\n");
        CommandRun again = CommandRun.of("client", "add", "phone", "--file", settings.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err())
                .isEqualTo(clients + " has a client \"phone\" already. Remove it first for another secret.\n");
        assertThat(again.out()).isEmpty();
    }

    @Test
    void without_a_file_of_clients_what_to_write_is_printed() throws Exception {
        Path settings = folder.write("perigee.yaml", GRAPH);
        CommandRun run = addClient(settings, "--scope", "todos:read");
        List<String> lines = run.err().lines().toList();
        assertThat(settings).hasContent(GRAPH);
        String addition = String.join("\n", lines.subList(2, lines.size() - 2)) + "\n";
        folder.write("perigee.yaml", GRAPH + addition);
        try (Serving serving = serve()) {
            String token = token(serving.uri().toString(), run.out());
            assertThat(query(serving, token, "{ todos }")).isEqualTo("{\"data\":{\"todos\":[\"sleep\"]}}");
        }
    }

    private Serving serve() throws Exception {
        return Serving.start(path, Overrides.NONE);
    }

    /** A client "web", whose secret is what was printed. */
    private static CommandRun addClient(Path settings, String... more) {
        List<String> arguments = new ArrayList<>(List.of("client", "add", "web", "--file", settings.toString()));
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static String token(String url, String secret, String... more) {
        List<String> arguments = new ArrayList<>(List.of("token", "--url", url, "--client", "web"));
        arguments.addAll(List.of("--secret-file", "-"));
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.withInput(secret, arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private static String query(Serving serving, String token, String document) throws Exception {
        return ask(serving, token, document).body();
    }

    private static HttpResponse<String> ask(Serving serving, String token, String document) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(serving.uri() + "graphql"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\": \"" + document + "\"}"));
        if (token != null) request.header("authorization", "Bearer " + token);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
