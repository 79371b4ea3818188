package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.Serving;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code perigee serve examples/moongate} does, on a free port. */
class ServeMoongateTest {
    private static final String LOGIN = """
        {"query": "mutation { login(input: {username: \\"ada\\", password: \\"password of ada\\"}) { token } }"}\
        """;
    private static final String QUERY = """
        {"query": "{ getAccount(id: 2) { email players { title score { points } } } }"}\
        """;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void aLoginAndAQueryOverHttp(String isInProcess) throws Exception {
        System.setProperty(MoongateModule.IN_PROCESS, isInProcess);
        try (var moongate = Serving.start(Path.of("."), new Overrides(0, null, null));
                var client = HttpClient.newHttpClient()) {
            var graph = moongate.uri().resolve("graphql");
<<<<<<< HEAD
            var login = post(graph, LOGIN);
            var token = TOKEN.matcher(
                    client.send(login.build(), BodyHandlers.ofString()).body());
            assertThat(token.find()).isTrue();
            var query = post(graph, QUERY).header("Authorization", "Bearer " + token.group(1));
            assertThat(client.send(query.build(), BodyHandlers.ofString()).body())
=======
            var login = """
                {"query": "mutation { login(input: {username: \\"ada\\", password: \\"password of ada\\"}) { token } }"}\
                """;
            var token = TOKEN.matcher(post(client, graph, login, "nobody"));
            assertThat(token.find()).isTrue();
            var query = """
                {"query": "{ getAccount(id: 2) { email players { title score { points } } } }"}\
                """;
            assertThat(post(client, graph, query, "Bearer " + token.group(1)))
>>>>>>> g-wire
                    .isEqualTo("{\"data\":{\"getAccount\":{\"email\":\"bela@example.com\",\"players\":["
                            + "{\"title\":\"Drift the Young\",\"score\":{\"points\":15}},"
                            + "{\"title\":\"Ember the Great\",\"score\":{\"points\":4}},"
                            + "{\"title\":\"Frost the Great\",\"score\":{\"points\":3}}]}}}");
        } finally {
            System.clearProperty(MoongateModule.IN_PROCESS);
        }
    }

    private static HttpRequest.Builder post(URI graph, String body) {
        return HttpRequest.newBuilder(graph)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
