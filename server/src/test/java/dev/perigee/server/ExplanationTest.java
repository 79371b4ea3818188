package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String ASKED = "{\"query\": \"{ hello }\", \"extensions\": {\"explain\": true}}";

    @Test
    void is_part_of_the_response_where_it_is_allowed() {
        try (TestServer server = new TestServer(builder -> builder.explanations(true))) {
            assertThat(server.post(ASKED).body())
                    .isEqualTo(server.query("{ hello }").body().replaceAll("}$", "")
                            + ",\"extensions\":{\"explanation\":{\"batches\":[]}}}");
        }
    }

    @Test
    void is_refused_unless_the_server_allows_it() {
        try (TestServer server = new TestServer()) {
            var response = server.post(ASKED);
            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body())
                    .contains("Explanations are switched off here: leave \\\"explain\\\" out of the extensions.");
        }
    }

    @Test
    void can_be_asked_for_by_get() {
        try (TestServer server = new TestServer(builder -> builder.explanations(true))) {
            String path = "graphql?query=" + TestServer.encoded("{ hello }") + "&extensions="
                    + TestServer.encoded("{\"explain\": true}");
            assertThat(server.get(path).body()).contains("\"explanation\"");
        }
    }

    @Test
    void is_not_given_unless_it_is_asked_for() {
        try (TestServer server = new TestServer(builder -> builder.explanations(true))) {
            assertThat(server.query("{ hello }").body()).doesNotContain("explanation");
        }
    }
}
