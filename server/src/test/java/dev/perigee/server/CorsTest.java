package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Origin is a header that Java's client does not let one set: hence the sockets. */
class CorsTest {
    private static final String ORIGIN = "https://app.example.com";

    @Test
    void without_it_nothing_is_allowed() {
        try (TestServer server = new TestServer()) {
            assertThat(preflight(server, ORIGIN)).startsWith("HTTP/1.1 204").doesNotContain("access-control");
            assertThat(query(server, ORIGIN)).startsWith("HTTP/1.1 200").doesNotContain("access-control");
        }
    }

    @Test
    void an_origin_that_is_listed() {
        Cors cors = new Cors(List.of(ORIGIN), true, Duration.ofHours(1));
        try (TestServer server = new TestServer(settings -> settings.cors(cors))) {
            assertThat(preflight(server, ORIGIN))
                    .startsWith("HTTP/1.1 200")
                    .contains("access-control-allow-origin: " + ORIGIN)
                    .contains("access-control-allow-methods: GET,POST")
                    .contains("access-control-allow-headers: content-type,x-who")
                    .contains("access-control-allow-credentials: true")
                    .contains("access-control-max-age: 3600");
            assertThat(query(server, ORIGIN))
                    .contains("access-control-allow-origin: " + ORIGIN)
                    .contains("access-control-allow-credentials: true")
                    .contains("vary: origin");
            assertThat(raw(server, "GET /graphql", ORIGIN))
                    .startsWith("HTTP/1.1 422")
                    .contains("access-control-allow-origin: " + ORIGIN);
        }
    }

    @Test
    void an_origin_that_is_not() {
        Cors cors = new Cors(List.of(ORIGIN), false, Duration.ofHours(1));
        try (TestServer server = new TestServer(settings -> settings.cors(cors))) {
            assertThat(preflight(server, "https://evil.example.com")).doesNotContain("access-control-allow");
            assertThat(query(server, "https://evil.example.com")).doesNotContain("access-control-allow");
            HttpResponse<String> withoutOrigin = server.query("{ hello }");
            assertThat(withoutOrigin.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void any_origin() {
        Cors cors = new Cors(List.of("*"), false, Duration.ofHours(1));
        try (TestServer server = new TestServer(settings -> settings.cors(cors))) {
            assertThat(query(server, ORIGIN))
                    .contains("access-control-allow-origin: *")
                    .doesNotContain("credentials");
        }
    }

    @Test
    void any_origin_with_credentials_is_refused() {
        assertThatThrownBy(() -> new Cors(List.of("*"), true, Duration.ofHours(1)))
                .hasMessage("origins: * (name the origins that may send credentials)");
    }

    @Test
    void what_is_no_origin_is_refused() {
        for (String origin : new String[] {"https://a.example/", "a.example", "null", "https://me@a.example", ""}) {
            assertThatThrownBy(() -> new Cors(List.of(origin), false, Duration.ofHours(1)))
                    .hasMessage("origins: " + origin + " (such as https://app.example.com, without a path)");
        }
    }

    private static String preflight(TestServer server, String origin) {
        return raw(
                server,
                "OPTIONS /graphql",
                origin + "\r\naccess-control-request-method: POST\r\n"
                        + "access-control-request-headers: content-type,x-who");
    }

    private static String query(TestServer server, String origin) {
        return raw(server, "GET /graphql?query={hello}", origin);
    }

    private static String raw(TestServer server, String line, String origin) {
        return server.raw(line + " HTTP/1.1\r\nhost: x\r\norigin: " + origin + "\r\n\r\n");
    }
}
