package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphiqlTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final TestServer server = new TestServer(settings -> settings.graphiql(true));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_page_that_lets_nothing_in_from_elsewhere() {
        HttpResponse<String> page = server.get("graphql", "accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                        .doesNotContain("unsafe-eval", "http"));
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("vary")).hasValue("accept");
        assertThat(page.body()).doesNotContain("http:", "https:", "//");
    }

    @Test
    void its_files_may_be_kept_for_good() {
        String page = server.get("graphql", "accept", BROWSER).body();
        Matcher files = Pattern.compile("\\./(graphiql/graphiql-[0-9a-f]{8}\\.(js|css))")
                .matcher(page);
        assertThat(files.results().map(file -> server.get(file.group(1))))
                .hasSize(2)
                .allSatisfy(file -> {
                    assertThat(file.statusCode()).isEqualTo(200);
                    assertThat(file.headers().firstValue("cache-control"))
                            .hasValue("public, max-age=31536000, immutable");
                    assertThat(file.headers().firstValue("content-type"))
                            .hasValueSatisfying(
                                    type -> assertThat(type).matches("text/(javascript|css); charset=utf-8"));
                    assertThat(file.body()).startsWith("/* GraphiQL 3");
                });
        assertThat(server.get("graphiql/graphiql-00000000.js").statusCode()).isEqualTo(404);
        assertThat(server.get("graphiql/../graphiql.js").statusCode()).isEqualTo(404);
        assertThat(server.get("graphiql/").statusCode()).isEqualTo(404);
        assertThat(server.send("POST", "graphiql/x").statusCode()).isEqualTo(405);
    }

    @Test
    void others_get_what_they_ask_for() {
        assertThat(server.get("graphql?query=%7Bhello%7D").body()).isEqualTo("{\"data\":{\"hello\":\"world\"}}");
        assertThat(server.get("graphql?query=%7Bhello%7D", "accept", BROWSER).body())
                .contains("<title>GraphiQL</title>");
    }

    @Test
    void the_root_leads_there() {
        HttpResponse<String> answer = server.get("");
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("location")).hasValue("graphql");
    }

    @Test
    void it_is_not_there_unless_asked_for() {
        try (TestServer without = new TestServer()) {
            assertThat(without.get("graphql", "accept", BROWSER).headers().firstValue("content-type"))
                    .hasValue("application/graphql-response+json; charset=utf-8");
            assertThat(without.get("").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void it_may_have_a_route_of_its_own() {
        try (TestServer apart = new TestServer(settings -> settings.graphiql("/playground"))) {
            assertThat(apart.get("playground").body()).contains("<title>GraphiQL</title>");
            assertThat(apart.get("graphql", "accept", BROWSER).headers().firstValue("content-type"))
                    .hasValue("application/graphql-response+json; charset=utf-8");
            assertThat(apart.get("").headers().firstValue("location")).hasValue("playground");
            assertThat(apart.send("POST", "playground").statusCode()).isEqualTo(405);
        }
        assertThatThrownBy(() -> new TestServer(settings -> settings.graphiql("/tools/playground")))
                .hasMessage("path: /tools/playground (a slash and a name, such as /playground)");
    }

    @Test
    void it_asks_the_graph_from_there(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "No chromium in /usr/bin or on the PATH (Debian: apt-get install chromium)");
        try (TestServer apart = new TestServer(settings -> settings.graphiql("/playground"));
                Chromium browser = new Chromium(program.get(), profile)) {
            browser.open(apart.uri().resolve("playground?query=%7Bhello%7D"));
            browser.await("document.querySelector('.graphiql-query-editor')?.textContent.includes('hello')");
            browser.click(".graphiql-execute-button");
            browser.await("document.querySelector('.result-window')?.textContent.includes('world')");
        }
    }

    /** A query is typed and run, the documentation is read, and what was run is remembered, in a real browser. */
    @Test
    void in_a_browser(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "No chromium in /usr/bin or on the PATH (Debian: apt-get install chromium)");
        try (Chromium browser = new Chromium(program.get(), profile)) {
            browser.open(server.uri());
            browser.await("document.querySelector('.graphiql-query-editor .CodeMirror')");
            assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/graphql");

            browser.click(".graphiql-query-editor .CodeMirror-lines");
            browser.press("a", "KeyA", 'A', 2);
            browser.type("query Greeting { hello item(id: 7) { text owner { name } } }");
            browser.click(".graphiql-execute-button");
            browser.await("document.querySelector('.result-window')?.textContent.includes('owner of 7')");
            assertThat(browser.evaluate("document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()")
                            .asText())
                    .contains("\"hello\": \"world\"", "\"text\": \"item 7\"");
            browser.screenshot(Path.of("target/graphiql.png"));

            browser.click("button[aria-label='Show Documentation Explorer']");
            browser.await("document.querySelector('.graphiql-doc-explorer')?.textContent.includes('Query')");
            browser.click(".graphiql-doc-explorer-type-name");
            browser.await("document.querySelector('.graphiql-doc-explorer')?.textContent.includes('A greeting')");
            browser.screenshot(Path.of("target/graphiql-docs.png"));

            browser.open(server.uri().resolve("graphql"));
            browser.click("button[aria-label='Show History']");
            browser.await("document.querySelector('.graphiql-history')?.textContent.includes('Greeting')");
            browser.screenshot(Path.of("target/graphiql-history.png"));

            browser.open(server.uri().resolve("graphql?query=%7Bmissing%7D"));
            browser.await("document.querySelector('.graphiql-query-editor')?.textContent.includes('missing')");
            browser.click(".graphiql-execute-button");
            browser.await("document.querySelector('.result-window')?.textContent.includes('NOT_FOUND')");

            browser.click("button[aria-label='Open settings dialog']");
            browser.await("document.querySelector('.graphiql-dialog')?.textContent.includes('Theme')");
            browser.screenshot(Path.of("target/graphiql-settings.png"));

            assertThat(browser.requests)
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request)
                            .matches(Pattern.quote(server.uri().toString()) + ".*|data:.*|about:blank"));
            assertThat(browser.errors).isEmpty();
        }
    }

    @Test
    void the_stop_button_cancels(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "No chromium in /usr/bin or on the PATH (Debian: apt-get install chromium)");
        try (Chromium browser = new Chromium(program.get(), profile)) {
            browser.open(server.uri().resolve("graphql?query=%7Bslow%7D"));
            browser.await("document.querySelector('.graphiql-query-editor')?.textContent.includes('slow')");
            browser.click(".graphiql-execute-button");
            server.graph.slowBegan.await();
            browser.click(".graphiql-execute-button");
            assertThat(server.graph.slowCancelled.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_subscription_in_a_browser(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "No chromium in /usr/bin or on the PATH (Debian: apt-get install chromium)");
        StreamGraph graph = new StreamGraph();
        String document = TestServer.encoded("subscription { events(name: \"x\") }");
        try (GraphServer streams = GraphServer.builder(graph.engine())
                        .port(0)
                        .graphiql(true)
                        .start();
                Chromium browser = new Chromium(program.get(), profile)) {
            browser.open(streams.uri().resolve("graphql?query=" + document));
            browser.await("document.querySelector('.graphiql-query-editor')?.textContent.includes('events')");
            browser.click(".graphiql-execute-button");
            assertThat(graph.stream("x").opened.await(10, TimeUnit.SECONDS)).isTrue();
            for (String event : new String[] {"the first", "another"}) {
                graph.stream("x").send(event);
                browser.await("document.querySelector('.result-window')?.textContent.includes('" + event + "')");
            }
            browser.screenshot(Path.of("target/graphiql-subscription.png"));
            browser.click(".graphiql-execute-button");
            assertThat(graph.stream("x").cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(browser.errors).isEmpty();
        }
    }

    /** What an application's page does: a WebSocket to its own site, which the browser gives its origin. */
    @Test
    void a_websocket_of_a_browser(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "No chromium in /usr/bin or on the PATH (Debian: apt-get install chromium)");
        try (Chromium browser = new Chromium(program.get(), profile);
                TestServer other = new TestServer()) {
            browser.open(server.uri().resolve("health"));
            browser.await("location.port === '" + server.server.port() + "' && document.readyState === 'complete'");
            connect(browser, server);
            browser.await("window.heard === '{\"type\":\"connection_ack\"}'");
            browser.open(other.uri().resolve("health")); // of another origin, by its port
            browser.await("location.port === '" + other.server.port() + "' && document.readyState === 'complete'");
            connect(browser, server);
            browser.await("window.heard === 1006");
        }
    }

    private static void connect(Chromium browser, TestServer server) throws Exception {
        String address = "ws://localhost:" + server.server.port() + "/graphql";
        browser.evaluate("{ const socket = new WebSocket('" + address + "', 'graphql-transport-ws');"
                + " socket.onopen = () => socket.send('{\"type\":\"connection_init\"}');"
                + " socket.onmessage = (message) => { window.heard = message.data; };"
                + " socket.onclose = (closed) => { window.heard ??= closed.code; }; }");
    }
}
