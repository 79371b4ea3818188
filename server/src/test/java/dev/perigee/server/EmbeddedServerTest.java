package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedServer.start(new TestGraph().engine(), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void it_serves() throws Exception {
        HttpResponse<String> answer = post("""
            {"query": "query A($a: Any) { echo(any: $a) header(name: \\"x-who\\") } query B { hello }",
             "operationName": "A", "variables": {"a": 0.10}}
            """);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"echo\":\"BigDecimal 0.10\",\"header\":[\"me\"]}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
    }

    @Test
    void it_refuses() throws Exception {
        assertThat(post("{\"query\": \"{\"}").body()).contains("SYNTAX_ERROR");
        assertThat(post("{\"query\": \"{\"}").statusCode()).isEqualTo(400);
        assertThat(post("{}").statusCode()).isEqualTo(400);
        assertThat(post("").statusCode()).isEqualTo(400);
        assertThat(post("nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void the_guide_shows_this_very_code() throws Exception {
        String source = Files.readString(Path.of("src/test/java/dev/perigee/server/EmbeddedServer.java"));
        String code = source.substring(source.indexOf("import "));
        assertThat(Files.readString(Path.of("../docs/guide/embedding.md"))).contains("```java\n" + code + "```\n");
    }

    private HttpResponse<String> post(String body) throws Exception {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/graphql");
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("x-who", "me")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
