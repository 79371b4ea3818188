package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.execution.Request;
import dev.perigee.grpc.Gateway;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Services under a graph of which each audience sees its own part. */
class AudienceTest {
    private static final String OVERLAY = """
        type Person {
          id: String!
          name: String!
          mood: Mood
          mail: String @audience(only: ["server"])
        }
        enum Mood { MOOD_UNSPECIFIED UNSPECIFIED GRUMPY HAPPY @audience(only: ["server"]) }
        """;

    private final SocialService service = new SocialService();

    private static String run(GraphServer graph, String audience, String document) {
        Caller caller = Caller.named("x").withAudience(audience);
        return graph.engine
                .execute(Request.builder(document).value(Caller.class, caller).build())
                .toString();
    }

    @Test
    void a_hidden_value_is_not_written_by_the_message_that_has_it() throws Exception {
        try (GraphServer graph = GraphServer.of(service, OVERLAY, source -> source)) {
            String query = "{ getPerson(id: 2) { name mood } }";
            assertThat(run(graph, "server", query))
                    .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 2\",\"mood\":\"HAPPY\"}}}");
            assertThat(run(graph, "mobile", query))
                    .contains("\"data\":{\"getPerson\":{\"name\":\"Person 2\",\"mood\":null}}")
                    .contains("FORBIDDEN")
                    .doesNotContain("HAPPY");
            assertThat(run(graph, "mobile", "{ getPerson(id: 2) { mail } }"))
                    .contains("Cannot query field \\\"mail\\\" on type \\\"Person\\\".");
        }
    }

    @Test
    void a_method_is_called_directly_by_those_who_see_all_of_its_reply() throws Exception {
        try (GraphServer graph = GraphServer.of(service, OVERLAY, source -> source)) {
            Gateway calls = graph.source.gateway(graph.engine.schema());
            Gateway mobile = calls.callers(context -> Caller.named("x").withAudience("mobile"));
            assertThat(catchThrowable(() -> mobile.call("GetPerson", Map.of("id", 2), Headers.NONE)))
                    .isInstanceOfSatisfying(
                            ClientException.class, e -> assertThat(e.code()).isEqualTo("FORBIDDEN"));
            assertThat(service.calls).isEmpty();
            Gateway server = calls.callers(context -> Caller.named("x").withAudience("server"));
            assertThat(server.call("GetPerson", Map.of("id", 2), Headers.NONE).asMap())
                    .containsEntry("mail", "2@example.com");
        }
    }
}
