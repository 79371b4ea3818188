package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headers that roots, loaders and sources give a response, on the wire. */
class ResponseHeadersTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areOnTheWire() {
        var response = server.query(
                "{ a: respond(header: \"X-Cost\", value: \"1\") b: respond(header: \"x-cost\", value: \"2\") c:"
                        + " respond(header: \"cache-control\", value: \"max-age=9\") }");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("x-cost")).containsExactlyInAnyOrder("1", "2");
        assertThat(response.headers().allValues("cache-control"))
                .containsExactly("max-age=9"); // instead of the server's
        assertThat(response.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void areThereBesideErrors() {
        var response = server.query("{ respond(header: \"x-cost\", value: \"1\") missing }");
        assertThat(response.statusCode()).isEqualTo(294);
        assertThat(response.headers().allValues("x-cost")).containsExactly("1");
    }

    @Test
    void canNotBecomeAnythingElse() {
        var response = server.query("{ respond(header: \"x-a\", value: \"1\\\\r\\\\nset-cookie: b\") }");
        assertThat(response.body()).contains("INTERNAL_ERROR");
        assertThat(response.headers().firstValue("set-cookie")).isEmpty();
        assertThat(response.headers().firstValue("x-a")).isEmpty();
    }
}
