package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.Serving;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code perigee serve examples/accounts} does, on a free port. */
class ServeAccountsTest {
    @Test
    void aQueryOverHttp() throws Exception {
        try (var accounts = Serving.start(Path.of("."), new Overrides(0, null, null));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(accounts.uri().resolve("graphql"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"query\": \"{ account(id: 1) { username players { name guilds { name } } } }\"}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .isEqualTo("{\"data\":{\"account\":{\"username\":\"ada\",\"players\":["
                            + "{\"name\":\"Arrow\",\"guilds\":[]},{\"name\":\"Birch\",\"guilds\":[]},"
                            + "{\"name\":\"Cinder\",\"guilds\":[{\"name\":\"Owls\"}]}]}}}");
        }
    }
}
