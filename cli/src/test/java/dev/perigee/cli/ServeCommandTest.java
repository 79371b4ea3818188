package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.GraphFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: it ends by signals. */
@Timeout(60)
class ServeCommandTest {
    @TempDir
    private Path path;

    private final HttpClient client = HttpClient.newHttpClient();
    private GraphFolder folder;
    private Process process;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = GraphFolder.hello(path);
    }

    @AfterEach
    void end() {
        if (process != null) process.destroyForcibly();
    }

    @Test
    void says_where_to_go_logs_requests_and_stops_gracefully() throws Exception {
        process = perigee("serve", path.toString());
        BufferedReader out = process.inputReader();
        assertThat(out.readLine())
                .matches("Serving " + path + " for development, ready after [0-9.]+ s\\. Stop with Ctrl-C\\.");
        String page = out.readLine();
        assertThat(page).matches("  GraphiQL  http://localhost:[0-9]+/");
        String uri = page.strip().split(" +")[1];
        assertThat(out.readLine()).isEqualTo("  GraphQL   " + uri + "graphql");
        assertThat(out.readLine()).isEqualTo("  Health    " + uri + "health");

        assertThat(get(uri, "query Greet{hello}").get().body()).contains("hello from graph");
        CompletableFuture<HttpResponse<String>> slow = get(uri, "query Slow{slow}");
        while (!folder.slowHasBegun()) Thread.sleep(10);
        process.toHandle().destroy(); // SIGTERM, without closing its streams
        assertThat(slow.get().body()).isEqualTo("{\"data\":{\"slow\":\"done\"}}");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(folder.hasClosed()).isTrue();
        assertThat(process.errorReader().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("[0-9-]+ [0-9:.]+ INFO  requests: Greet query 200 [0-9.]+ms 37B"
                                        + " document=[0-9a-f]{12} java=1"),
                        second -> assertThat(second)
                                .matches("[0-9-]+ [0-9:.]+ INFO  requests: Slow query 200 [0-9.]+ms 24B"
                                        + " document=[0-9a-f]{12} java=1"));
    }

    @Test
    void what_is_wrong_goes_to_standard_error() throws Exception {
        folder.write("perigee.yaml", "schema: schema.graphqls\nprot: 8080\ncode: clases\n");
        process = perigee("serve", path.toString());
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.errorReader().lines())
                .containsExactly(
                        path + "/perigee.yaml:2:1: Unknown setting \"prot\". Did you mean \"port\"?",
                        path + "/perigee.yaml:3:7: There is no " + path + "/clases. Build it first.");
        assertThat(process.inputReader().lines()).isEmpty();
    }

    @Test
    void a_port_that_is_none_is_wrong_usage() throws Exception {
        process = perigee("serve", path.toString(), "--port", "65536");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(process.errorReader().lines())
                .startsWith("perigee: --port takes a number from 0 to 65535, not 65536");
    }

    @Test
    void a_module_that_fails_shows_its_trace() throws Exception {
        folder.module("throw new IllegalStateException(\"no database\");");
        process = perigee("serve", path.toString());
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.errorReader().lines())
                .startsWith(
                        "The module graph.HelloModule failed: java.lang.IllegalStateException: no database",
                        "java.lang.IllegalStateException: no database",
                        "\tat graph//graph.HelloModule.wire(HelloModule.java:4)");
    }

    private CompletableFuture<HttpResponse<String>> get(String uri, String query) {
        String encoded = java.net.URLEncoder.encode(query, UTF_8);
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(uri + "graphql?query=" + encoded))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Process perigee(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.perigee.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
