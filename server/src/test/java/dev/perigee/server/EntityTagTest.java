package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntityTagTest {
    private static final String SCHEMA = "graphql?query=" + TestServer.encoded("{ __schema { types { name } } }");

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_has_it_already_does_not_get_it_again() {
        HttpResponse<String> first = server.get(SCHEMA);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(first.headers().firstValue("vary")).hasValue("accept, authorization, cookie");
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            HttpResponse<String> again = server.get(SCHEMA, "if-none-match", known);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("etag")).hasValue(tag);
            assertThat(again.headers().firstValue("content-type")).isEmpty();
        }
        assertThat(server.get(SCHEMA, "if-none-match", "\"other\"").body()).isEqualTo(first.body());
        assertThat(server.get("graphql?query={hello}".replace("{", "%7B").replace("}", "%7D"))
                        .headers()
                        .firstValue("etag"))
                .isPresent()
                .isNotEqualTo(first.headers().firstValue("etag"));
    }

    @Test
    void not_for_errors_nor_for_post() {
        assertThat(server.get("graphql?query=%7Bmissing%7D").headers().firstValue("etag"))
                .isEmpty();
        assertThat(server.get("graphql?query=%7Bnowhere%7D").headers().firstValue("etag"))
                .isEmpty();
        assertThat(server.query("{ hello }", "if-none-match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void what_caches_are_told() {
        try (TestServer cached = new TestServer(settings -> settings.cacheControl("public, max-age=60"))) {
            assertThat(cached.get("graphql?query=%7Bhello%7D").headers().firstValue("cache-control"))
                    .hasValue("public, max-age=60");
            assertThat(cached.get("graphql?query=%7Bmissing%7D").headers().firstValue("cache-control"))
                    .hasValue("no-store");
            assertThat(cached.query("{ hello }").headers().firstValue("cache-control"))
                    .hasValue("no-store");
        }
    }
}
