package dev.perigee.cli.serve;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.schema.ObjectType;
import dev.perigee.server.LiveGraph;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(RestoresClassLoader.class)
class GrpcServingTest {
    private static final String PROTO = """
        syntax = "proto3";
        package acme;
        service Users {
          rpc GetUser(User) returns (User) { option idempotency_level = NO_SIDE_EFFECTS; }
          rpc Slow(User) returns (User) { option idempotency_level = NO_SIDE_EFFECTS; }
        }
        message User { string name = 1; int32 age = 2; }
        """;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ProtoServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ProtoServer(PROTO);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void serves_a_server_with_nothing_written() throws Exception {
        GrpcTarget target = new GrpcTarget(List.of(server.address()), false, List.of(), List.of(), List.of(), false);

        try (Serving serving = Serving.start(null, new Overrides(0, null, null, null, target))) {
            assertThat(ask(serving, "{ getUser(name: \"Ada\", age: 36) { age name } }"))
                    .isEqualTo("{\"data\":{\"getUser\":{\"age\":36,\"name\":\"Ada\"}}}");
        }
    }

    @Test
    void a_stream_of_a_service_arrives_as_events_and_ends_with_its_client() throws Exception {
        server.serve(PROTO.replace("rpc Slow(User) returns (User)", "rpc Watch(User) returns (stream User)"));
        GrpcTarget target = new GrpcTarget(List.of(server.address()), false, List.of(), List.of(), List.of(), false);

        try (Serving serving = Serving.start(null, new Overrides(0, null, null, null, target))) {
            String document = "subscription { watch(name: \"Ada\", age: 36) { age name } }";
            URI uri = serving.uri().resolve("graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8));
            // A first request, so that the second goes over HTTP/2 from its start.
            client.send(HttpRequest.newBuilder(serving.uri().resolve("health")).build(), BodyHandlers.discarding());
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("event: next");
                assertThat(lines.readLine()).isEqualTo("data: {\"data\":{\"watch\":{\"age\":36,\"name\":\"Ada\"}}}");
                assertThat(server.streamCancelled.getCount()).isOne();
            }
            assertThat(server.streamCancelled.await(10, SECONDS)).isTrue();
        }
    }

    @Test
    void serves_servers_of_a_folder_with_sdl_on_top() throws Exception {
        settings("""
            schema: more.graphqls
            port: 0
            grpc:
              servers:
                users:
                  addresses: ${ADDRESS}
              names: {acme.Users.GetUser: person}
            """);
        Files.writeString(folder.resolve("more.graphqls"), "extend type User @tag\ndirective @tag on OBJECT\n");

        try (Serving serving = serve()) {
            assertThat(ask(serving, "{ person(name: \"Ada\") { name } }"))
                    .isEqualTo("{\"data\":{\"person\":{\"name\":\"Ada\"}}}");
        }
    }

    @Test
    void serves_what_the_idl_has_become() throws Exception {
        oneServer("", "");
        try (Serving serving = serve()) {
            CompletableFuture<String> slow = send(serving, "{ slow(name: \"Ada\") { name } }");
            assertThat(server.slowBegan.await(10, SECONDS)).isTrue();

            server.serve(PROTO.replace("int32 age = 2;", "int32 years = 2;"));

            await(serving, "{ getUser(years: 3) { years } }", "{\"data\":{\"getUser\":{\"years\":3}}}");
            server.slowMayEnd.countDown();
            assertThat(slow.get(10, SECONDS)).isEqualTo("{\"data\":{\"slow\":{\"name\":\"Ada\"}}}");
        }
    }

    @Test
    void keeps_the_graph_where_clients_would_break_and_takes_what_is_safe() throws Exception {
        oneServer("  reload: safe", "");
        try (Graph graph = Graph.load(folder, Overrides.NONE)) {
            LiveGraph live = new LiveGraph(graph.engine(), null);
            Reloading reloading = Objects.requireNonNull(Reloading.of(graph, live));

            server.serve(PROTO.replace("int32 age = 2;", "int32 years = 2;"));
            reloading.look();
            assertThat(fields(live)).containsExactly("name", "age");

            server.serve(PROTO.replace("int32 age = 2;", "int32 age = 2; string email = 3;"));
            reloading.look();
            assertThat(fields(live)).containsExactly("name", "age", "email");
        }
    }

    @Test
    void keeps_the_graph_while_its_idl_is_broken_or_away() throws Exception {
        Path proto = Files.writeString(folder.resolve("users.proto"), PROTO);
        oneServer("", "      proto: users.proto");
        try (Graph graph = Graph.load(folder, Overrides.NONE)) {
            LiveGraph live = new LiveGraph(graph.engine(), null);
            Reloading reloading = Objects.requireNonNull(Reloading.of(graph, live));

            Files.writeString(proto, "broken");
            reloading.look();
            Files.delete(proto);
            reloading.look();
            Files.writeString(proto, PROTO.replace("message User", "message"));
            reloading.look();
            assertThat(fields(live)).containsExactly("name", "age");

            Files.writeString(proto, PROTO.replace("int32 age", "int32 years"));
            reloading.look();
            assertThat(fields(live)).containsExactly("name", "years");
        }
    }

    @Test
    void changes_nothing_that_has_not_changed_or_is_not_to() throws Exception {
        oneServer("", "");
        try (Graph graph = Graph.load(folder, Overrides.NONE)) {
            LiveGraph live = new LiveGraph(graph.engine(), null);
            Objects.requireNonNull(Reloading.of(graph, live)).look();
            assertThat(live.engine()).isSameAs(graph.engine());
        }
        oneServer("  reload: never", "");
        try (Graph graph = Graph.load(folder, Overrides.NONE)) {
            assertThat(Reloading.of(graph, new LiveGraph(graph.engine(), null))).isNull();
        }
    }

    @Test
    void calls_methods_directly_where_it_is_switched_on() throws Exception {
        oneServer("  rpc: true", "");
        try (Serving serving = serve()) {
            assertThat(call(serving, "GetUser")).isEqualTo("200 {\"name\":\"Ada\"}");
            assertThat(call(serving, "acme.Users/GetUser")).startsWith("200 ");
            assertThat(call(serving, "DropUser")).startsWith("501 ").contains("\"code\":\"UNIMPLEMENTED\"");

            server.serve(PROTO.replace("GetUser", "FindUser"));
            for (String last = ""; !last.startsWith("200 "); last = call(serving, "FindUser")) Thread.sleep(20);
            assertThat(call(serving, "GetUser")).startsWith("501 ");
        }
        oneServer("", "");
        try (Serving serving = serve()) {
            assertThat(call(serving, "FindUser")).startsWith("404 ");
        }
    }

    @Test
    void direct_calls_obey_the_rules_for_the_caller_of_a_token() throws Exception {
        String client =
                "{secretHash: 'pbkdf2-sha256:80000:TmFDbDEyMzQ1Njc4:pG7se13aiIt4csiTWFluGkST5FmmdgqAMsftPyLkiOM'";
        settings("""
            schema: more.graphqls
            port: 0
            grpc: {rpc: true, servers: {users: {addresses: "${ADDRESS}"}}}
            auth: {clients: {reader: %1$s, scopes: ["users:read"]}, other: %1$s}}}
            """.formatted(client));
        Files.writeString(
                folder.resolve("more.graphqls"), "extend type User @requiresScopes(scopes: [[\"users:read\"]])");

        try (Serving serving = serve()) {
            assertThat(call(serving, "GetUser")).startsWith("401 ").contains("UNAUTHENTICATED");
            assertThat(call(serving, "GetUser", "authorization", token(serving, "other")))
                    .startsWith("403 ")
                    .contains("FORBIDDEN");
            assertThat(call(serving, "GetUser", "authorization", token(serving, "reader")))
                    .isEqualTo("200 {\"name\":\"Ada\"}");
            assertThat(call(serving, "GetUser", "authorization", "Bearer a.b.c"))
                    .startsWith("401 ");
        }
    }

    private String token(Serving serving, String name) throws Exception {
        String form = "grant_type=client_credentials&client_secret=Password&client_id=" + name;
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(serving.uri().resolve("oauth/token"))
                        .POST(BodyPublishers.ofString(form))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .build(),
                BodyHandlers.ofString());
        return "Bearer " + response.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private String call(Serving serving, String method, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(serving.uri().resolve("rpc/" + method))
                .POST(BodyPublishers.ofString("{\"name\": \"Ada\"}"))
                .header("content-type", "application/json");
        if (headers.length > 0) request.headers(headers);
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static List<String> fields(LiveGraph live) {
        ObjectType user =
                (ObjectType) Objects.requireNonNull(live.engine().schema().type("User"));
        return user.fields().stream().map(field -> field.name()).toList();
    }

    @Test
    void does_not_start_without_an_idl() throws Exception {
        String address = server.address();
        server.close();
        oneServer("", "      proto: users.proto");
        Files.writeString(folder.resolve("users.proto"), "message A {");

        assertThat(catchThrowableOfType(ServeException.class, this::serve).problems())
                .anyMatch(problem -> problem.contains("users.proto:1:"));
        GrpcTarget target = new GrpcTarget(List.of(address), false, List.of(), List.of(), List.of(), false);
        assertThat(catchThrowableOfType(
                                ServeException.class,
                                () -> Serving.start(null, new Overrides(0, null, null, null, target)))
                        .getMessage())
                .contains("can't be reached");
    }

    /** One server, looked at often. */
    private void oneServer(String grpc, String ofServer) throws Exception {
        settings("""
            port: 0
            grpc:
              poll: 100ms
            %s
              servers:
                users:
                  addresses: ${ADDRESS}
            %s
            """.formatted(grpc, ofServer));
    }

    private void settings(String yaml) throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), yaml.replace("${ADDRESS}", server.address()));
    }

    private Serving serve() throws Exception {
        return Serving.start(folder, Overrides.NONE);
    }

    private void await(Serving serving, String query, String expected) throws Exception {
        long end = System.nanoTime() + SECONDS.toNanos(20);
        String last = "";
        while (System.nanoTime() < end) {
            last = ask(serving, query);
            if (last.equals(expected)) return;
            Thread.sleep(20);
        }
        assertThat(last).isEqualTo(expected);
    }

    private String ask(Serving serving, String query) throws Exception {
        return send(serving, query).get(20, SECONDS);
    }

    private CompletableFuture<String> send(Serving serving, String query) {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return client.sendAsync(
                        HttpRequest.newBuilder(serving.uri().resolve("graphql?query=" + encoded))
                                .build(),
                        BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }
}
