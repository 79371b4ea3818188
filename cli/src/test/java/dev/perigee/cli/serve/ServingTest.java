package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RestoresClassLoader.class)
class ServingTest {
    @TempDir
    private Path path;

    private GraphFolder folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = GraphFolder.hello(path);
    }

    @Test
    void code_of_its_own_is_found_served_and_closed() throws Exception {
        try (Serving serving = start()) {
            assertThat(get(serving, "graphql?query={hello}")).isEqualTo("{\"data\":{\"hello\":\"hello from graph\"}}");
            assertThat(get(serving, "health")).isEqualTo("{\"status\":\"ready\"}");
            assertThat(folder.hasClosed()).isFalse();
        }
        assertThat(folder.hasClosed()).isTrue();
    }

    @Test
    void code_in_jars_that_need_other_jars() throws Exception {
        folder.compile("lib", List.of(), "texts.Greeting", "package texts; public record Greeting(String text) {}");
        folder.compile("more", List.of("lib"), "graph.Helper", """
            package graph;
            public final class Helper { public static String greet() { return new texts.Greeting("hi").text(); } }
            """);
        folder.jar("lib", "target/lib/texts.jar");
        folder.jar("more", "target/helper.jar");
        folder.module("""
            wiring.query("hello", (arguments, context) -> {
                // As JDBC drivers and others do: by name, and by the thread's own loader.
                return (String) Thread.currentThread().getContextClassLoader()
                        .loadClass("graph.Helper").getMethod("greet").invoke(null);
            });
            """);
        folder.write(
                "perigee.yaml", "schema: schema.graphqls\ncode: [classes, target/*.jar, target/lib/*.jar]\nport: 0");
        try (Serving serving = start()) {
            assertThat(get(serving, "graphql?query={hello}")).isEqualTo("{\"data\":{\"hello\":\"hi\"}}");
        }
    }

    @Test
    void a_schema_without_code() throws Exception {
        folder.write("perigee.yaml", "schema: schema.graphqls\nport: 0");
        try (Serving serving = start()) {
            assertThat(get(serving, "graphql?query={__typename}")).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    @Test
    void problems_of_the_schema_name_file_line_and_column() throws Exception {
        folder.write("schema.graphqls", "type Query {\n  hello: Strin!\n  a: Nowhere\n}\n");
        assertThat(failure().problems())
                .containsExactly(
                        path + "/schema.graphqls:2:10: \"Query.hello\" needs type \"Strin\", which is not defined."
                                + " Did you mean \"String\"?",
                        path + "/schema.graphqls:3:6: \"Query.a\" needs type \"Nowhere\", which is not defined.");
    }

    @Test
    void syntax_errors_of_the_schema() throws Exception {
        folder.write("schema.graphqls", "type Query {");
        assertThat(failure().problems()).singleElement().asString().startsWith(path + "/schema.graphqls:1:13: ");
    }

    @Test
    void code_that_does_not_fit_the_schema() throws Exception {
        folder.module("wiring.query(\"helo\", (arguments, context) -> 1);");
        assertThat(failure().problems())
                .singleElement()
                .asString()
                .contains("helo")
                .contains("hello");
        assertThat(folder.hasClosed()).isTrue();
    }

    @Test
    void code_without_a_module() throws Exception {
        Files.delete(path.resolve("classes/META-INF/services/dev.perigee.data.GraphModule"));
        assertThat(failure())
                .hasMessage("There is no module in " + path + "/classes. Name the class that implements"
                        + " dev.perigee.data.GraphModule in META-INF/services/dev.perigee.data.GraphModule.");
    }

    @Test
    void a_module_that_is_not_there() throws Exception {
        folder.write("classes/META-INF/services/dev.perigee.data.GraphModule", "graph.Nowhere");
        assertThat(failure())
                .hasMessage("Can't load the code: java.util.ServiceConfigurationError: dev.perigee.data.GraphModule:"
                        + " Provider graph.Nowhere not found");
    }

    @Test
    void a_module_that_fails() throws Exception {
        folder.module("throw new java.io.IOException(\"no database\");");
        assertThat(failure())
                .hasMessage("The module graph.HelloModule failed: java.io.IOException: no database")
                .hasCauseInstanceOf(java.io.IOException.class);
        assertThat(folder.hasClosed()).isTrue(); // what it had started until then
    }

    @Test
    void a_jar_that_is_missing() throws Exception {
        folder.compile("lib", List.of(), "texts.Greeting", "package texts; public record Greeting(String text) {}");
        folder.compile("classes", List.of("lib"), "graph.Helper", """
            package graph;
            public final class Helper { public static String greet() { return new texts.Greeting("hi").text(); } }
            """);
        folder.module("wiring.query(\"hello\", (arguments, context) -> \"\");"
                + " Class.forName(\"graph.Helper\").getMethod(\"greet\").invoke(null);");
        folder.compile("classes", List.of("lib", "classes"), "graph.HelloModule", """
            package graph;
            public final class HelloModule implements dev.perigee.data.GraphModule {
                @Override public void wire(dev.perigee.data.Wiring.Builder wiring) { Helper.greet(); }
            }
            """);
        assertThat(failure())
                .hasMessage("The module graph.HelloModule failed: there is no class texts.Greeting."
                        + " Add the jar that has it to \"code\".");
    }

    @Test
    void code_for_a_newer_jdk() throws Exception {
        Path file = path.resolve("classes/graph/HelloModule.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[6] = 0;
        bytes[7] = (byte) 200;
        Files.write(file, bytes);
        assertThat(failure())
                .message()
                .startsWith("Can't load the code: graph/HelloModule has been compiled by a more recent version")
                .endsWith("Run on a newer JDK, or compile for this one.");
    }

    @Test
    void an_error_formatter_of_its_own() throws Exception {
        folder.module("wiring.query(\"hello\", (arguments, context) -> { throw new IllegalStateException(); });");
        folder.compile("classes", List.of(), "graph.Formatter", """
            package graph;
            public final class Formatter implements dev.perigee.execution.ErrorFormatter {
                @Override public dev.perigee.execution.ResponseError format(
                        dev.perigee.execution.ResponseError occurred, Throwable cause) {
                    return new dev.perigee.execution.ResponseError(
                            "Oh.", occurred.locations(), occurred.path(), java.util.Map.of());
                }
            }
            """);
        folder.write("classes/META-INF/services/dev.perigee.execution.ErrorFormatter", "graph.Formatter");
        try (Serving serving = start()) {
            assertThat(get(serving, "graphql?query={hello}")).contains("\"message\":\"Oh.\"");
        }
    }

    @Test
    void a_port_that_is_in_use() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            ServeException wrong = catchThrowableOfType(
                    ServeException.class, () -> Serving.start(path, new Overrides(other.getLocalPort(), null, null)));
            assertThat(wrong)
                    .hasMessage("Port " + other.getLocalPort() + " of localhost is in use, or not ours to use."
                            + " Choose with --host and --port, or in perigee.yaml.");
            assertThat(folder.hasClosed()).isTrue();
        }
    }

    @Test
    void production_has_no_graphiql() throws Exception {
        try (Serving serving = Serving.start(path, new Overrides(null, "127.0.0.1", Mode.PRODUCTION))) {
            assertThat(get(serving, "")).contains("NOT_FOUND");
            assertThat(get(serving, "graphql", "text/html,*/*;q=0.8")).contains("no \\\"query\\\"");
        }
        try (Serving serving = start()) {
            assertThat(get(serving, "graphql", "text/html,*/*;q=0.8")).contains("<title>GraphiQL</title>");
        }
    }

    private Serving start() throws Exception {
        return Serving.start(path, Overrides.NONE);
    }

    private ServeException failure() {
        return catchThrowableOfType(ServeException.class, () -> Serving.start(path, Overrides.NONE));
    }

    private static String get(Serving serving, String where, String... accept) throws Exception {
        String path = where.replace("{", "%7B").replace("}", "%7D");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(serving.uri() + path));
        if (accept.length > 0) request.header("accept", accept[0]);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
