package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimeoutTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatTheClientDoesNotWaitForIsCancelled() throws Exception {
        String body = server.query("{ slow }", "x-request-timeout", "100").body();
        assertThat(body).contains("\"data\":{\"slow\":null}").contains("DEADLINE_EXCEEDED");
        server.graph.slowCancelled.await();
    }

    @Test
    void aLongTimeChangesNothing() {
        assertThat(server.query("{ hello }", "x-request-timeout", "999999999").body())
                .isEqualTo("{\"data\":{\"hello\":\"world\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "5s", "1.5", "1000000000"})
    void whatIsNoTimeIsRefused(String value) {
        var answer = server.query("{ hello }", "x-request-timeout", value);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\\\"x-request-timeout\\\" must be one number of milliseconds, from 1 to 999999999, or left"
                        + " out.");
    }
}
