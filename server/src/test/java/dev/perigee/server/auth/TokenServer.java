package dev.perigee.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.data.Caller;
import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A graph with a token endpoint of its own, on a free port, and a client for it. */
final class TokenServer implements AutoCloseable {
    static final String SECRET = "correct horse/battery:staple&100%";
    private static final SecretHash HASH = SecretHash.of(SECRET);
    private static final ObjectMapper JSON = new ObjectMapper();

    static final String SDL = """
        type Query {
          me: String!
          todos: [String!] @requiresScopes(scopes: [["todos:read"]])
          salaries: [Int!] @requiresRoles(roles: ["accountant"])
        }
        """;

    final TestClock clock = new TestClock();
    final TokenEndpoint endpoint;
    private final GraphServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TokenServer() {
        this(builder -> builder);
    }

    TokenServer(UnaryOperator<TokenEndpoint.Builder> settings) {
        try {
            endpoint = settings.apply(TokenEndpoint.builder()
                            .client(client("web", Set.of("todos:read", "todos:write"), Set.of(), ""))
                            .client(client("books:keeper%1", Set.of(), Set.of("accountant"), "server"))
                            .clock(clock))
                    .build();
            server = GraphServer.builder(engine())
                    .port(0)
                    .tokenEndpoint(endpoint)
                    .authentication(JwtAuthentication.builder(endpoint).build())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TokenClient client(String id, Set<String> scopes, Set<String> roles, String audience) {
        return new TokenClient(id, HASH, scopes, roles, audience, Duration.ofMinutes(10));
    }

    private static Engine engine() {
        return Engine.builder(SourcedSchema.reader(List.of(), List.of(Source.of("test.graphqls", SDL)))
                        .read())
                .wiring(Wiring.builder()
                        .query("me", (arguments, context) -> describe(context.value(Caller.class)))
                        .query("todos", (arguments, context) -> List.of("sleep"))
                        .query("salaries", (arguments, context) -> List.of(7))
                        .build())
                .build();
    }

    private static String describe(Caller caller) {
        return caller.name() + " " + new TreeSet<>(caller.scopes()) + " " + caller.roles() + " " + caller.audience();
    }

    String uri() {
        String uri = server.uri().toString();
        return uri.substring(0, uri.length() - 1);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> tokenRequest(String id, String secret, String form) {
        return send(
                "POST",
                "oauth/token",
                form,
                "content-type",
                "application/x-www-form-urlencoded",
                "authorization",
                basic(id, secret));
    }

    String token(String id) {
        HttpResponse<String> response = tokenRequest(id, SECRET, "grant_type=client_credentials");
        if (response.statusCode() != 200) throw new AssertionError(response.body());
        return json(response.body()).get("access_token").textValue();
    }

    HttpResponse<String> query(String token, String document) {
        return send(
                "POST",
                "graphql",
                "{\"query\":\"" + document + "\"}",
                "content-type",
                "application/json",
                "authorization",
                "Bearer " + token);
    }

    /** RFC 6749, section 2.3.1: both are encoded as in a form first. */
    static String basic(String id, String secret) {
        String pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
