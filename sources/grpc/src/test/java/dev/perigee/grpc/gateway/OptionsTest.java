package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.graph.GraphOptions.Unspecified;
import dev.perigee.grpc.graph.GraphOptionsBuilder;
import dev.perigee.grpc.testing.gateway.Mood;
import dev.perigee.grpc.testing.gateway.Person;
import dev.perigee.grpc.testing.input.Color;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.language.OperationType;
import io.grpc.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be said of how an IDL becomes a graph, through to the response. */
class OptionsTest {
    private static GraphServer echo(EchoService service, GraphOptionsBuilder options) throws Exception {
        options.services("echo.v1")
                .prefix("perigee.testing.wire.v2", "Two")
                .prefix("perigee.testing.wire.v3", "Three")
                .prefix("perigee.testing.wire.v2023", "Edition")
                .rename("perigee.testing.wire.v3.Sink3.renamed", "otherName");
        return GraphServer.of(service, "", source -> source.options(options.build()));
    }

    private static GraphServer echo(GraphOptionsBuilder options) throws Exception {
        return echo(new EchoService(), options);
    }

    @Test
    void a_stream_is_a_subscription() throws Exception {
        try (GraphServer graph = echo(GraphOptions.builder())) {
            assertThat(Collected.of(graph.engine.subscribe(
                            Request.of("subscription { repeat(text: \"a\", times: 3) { text n: times } }"))))
                    .containsExactly(
                            "{\"data\":{\"repeat\":{\"text\":\"a\",\"n\":1}}}",
                            "{\"data\":{\"repeat\":{\"text\":\"a\",\"n\":2}}}",
                            "{\"data\":{\"repeat\":{\"text\":\"a\",\"n\":3}}}");
        }
    }

    @Test
    void a_stream_may_be_a_list_of_so_many() throws Exception {
        try (GraphServer graph = echo(GraphOptions.builder()
                .list("echo.v1.Echo/Repeat", 3)
                .operation("echo.v1.Echo/Repeat", OperationType.QUERY))) {
            assertThat(graph.run("{ repeat(text: \"a\", times: 3) { times } }"))
                    .isEqualTo("{\"data\":{\"repeat\":[{\"times\":1},{\"times\":2},{\"times\":3}]}}");
            assertThat(graph.run("{ repeat(text: \"a\", times: 0) { times } }"))
                    .isEqualTo("{\"data\":{\"repeat\":[]}}");
            Response tooMany = graph.run("{ repeat(text: \"a\", times: 4) { times } }", Map.of());
            assertThat(tooMany.toString()).contains("\"data\":{\"repeat\":null}");
            assertThat(tooMany.errors().getFirst().extensions()).containsEntry("code", "LIMIT_EXCEEDED");
            assertThat(tooMany.errors().getFirst().message()).contains("echo.v1.Echo/Repeat", "3");
        }
    }

    @Test
    void a_method_that_takes_a_stream_may_be_given_one_message() throws Exception {
        try (GraphServer graph = echo(GraphOptions.builder().oneMessage("echo.v1.Echo/Join"))) {
            assertThat(graph.run("mutation { join(input: {text: \"hello\"}) { text times } }"))
                    .isEqualTo("{\"data\":{\"join\":{\"text\":\"hello\",\"times\":1}}}");
        }
    }

    @Test
    void a_field_may_stand_for_its_reply() throws Exception {
        try (GraphServer graph = echo(GraphOptions.builder().expose("echo.v1.Echo/GetWord", "more"))) {
            assertThat(graph.run("{ getWord(text: \"a\", times: 2) { times } }"))
                    .isEqualTo("{\"data\":{\"getWord\":[{\"times\":1},{\"times\":2}]}}");
        }
        try (GraphServer graph = echo(GraphOptions.builder().expose("echo.v1.Echo/GetWord", "word"))) {
            assertThat(graph.run("{ getWord(text: \"a\") { text __typename } }"))
                    .isEqualTo("{\"data\":{\"getWord\":{\"text\":\"a\",\"__typename\":\"Word\"}}}");
        }
    }

    @Test
    void a_list_may_be_a_connection() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer graph = GraphServer.of(
                service,
                "",
                source -> source.options(
                        GraphOptions.builder().connections("*").ids("*.id").build()))) {
            String page = "{ listPeople(first: 4%s) { nodes { id } edges { cursor node { name } }"
                    + " pageInfo { hasNextPage endCursor } } }";
            assertThat(graph.run(page.formatted("")))
                    .contains("\"nodes\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"},{\"id\":\"4\"}]")
                    .contains("{\"cursor\":null,\"node\":{\"name\":\"Person 1\"}}")
                    .contains("{\"cursor\":\"5\",\"node\":{\"name\":\"Person 4\"}}")
                    .contains("\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"5\"}");
            assertThat(graph.run(page.formatted(", after: \"9\"")))
                    .contains("\"nodes\":[{\"id\":\"9\"}]", "\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}");
            assertThat(service.calls).containsExactly("ListPeople 4 ", "ListPeople 4 9");
        }
    }

    @Test
    void what_is_unspecified_may_be_null_also_in_lists() throws Exception {
        EchoService service = new EchoService();
        try (GraphServer graph = echo(service, GraphOptions.builder().unspecified(Unspecified.NULL))) {
            assertThat(graph.run("mutation { sayKitchen3(input: {color: null, colorList: [RED, null],"
                            + " byUnsigned: [{key: \"1\", value: null}]})"
                            + " { color colorList byUnsigned { key value } } }"))
                    .isEqualTo("{\"data\":{\"sayKitchen3\":{\"color\":null,\"colorList\":[\"RED\",null],"
                            + "\"byUnsigned\":[{\"key\":\"1\",\"value\":null}]}}}");
            assertThat(service.received.remove())
                    .isEqualTo(Kitchen3.newBuilder()
                            .addColorList(Color.RED)
                            .addColorList(Color.COLOR_UNSPECIFIED)
                            .putByUnsigned(1, Color.COLOR_UNSPECIFIED)
                            .build());
        }
    }

    @Test
    void a_number_that_an_enum_has_no_value_for() throws Exception {
        Person person = Person.newBuilder().setMoodValue(77).setName("Ann").build();
        Server server = GraphServer.serve(0, new ScriptedPeople(ScriptedPeople.replying(person)));
        try (GraphServer graph = FaultyGraph.of(List.of(server), GraphServer.to("people", server))) {
            Response response = graph.run("{ getPerson(id: 1) { name mood } }", Map.of());
            assertThat(response.toString()).contains("\"data\":{\"getPerson\":null}");
            assertThat(response.errors().getFirst().extensions()).containsEntry("code", "UNKNOWN_ENUM_VALUE");
            assertThat(response.errors().getFirst().path()).containsExactly("getPerson", "mood");
        }
        SocialService service = new SocialService();
        try (GraphServer graph = GraphServer.of(
                service,
                "",
                source -> source.options(GraphOptions.builder()
                        .hide("social.v1.Mood.MOOD_GRUMPY")
                        .build()))) {
            assertThat(Mood.MOOD_GRUMPY.getNumber()).isEqualTo(2);
            assertThat(graph.run("{ getPerson(id: \"1\") { name mood } }"))
                    .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 1\",\"mood\":null}}}");
        }
    }

    @Test
    void input_that_does_not_fit_never_reaches_a_service() throws Exception {
        EchoService service = new EchoService();
        try (GraphServer graph = echo(service, GraphOptions.builder())) {
            for (String field : List.of(
                    "int32Value: 2147483648",
                    "uint32Value: -1",
                    "int64Value: \"9223372036854775808\"",
                    "uint64Value: -1",
                    "floatValue: 1e300",
                    "raw: \"*\"",
                    "color: NONE",
                    "timestamp: \"yesterday\"",
                    "duration: \"1\"",
                    "int32List: [null]",
                    "choice: {chosenText: \"a\", chosenNumber: 1}",
                    "choice: {}",
                    "labels: [{key: \"a\", value: \"1\"}, {key: \"a\", value: \"2\"}]",
                    "unknown: 1",
                    "any: {value: \"AQ==\"}")) {
                Response response = graph.run("mutation { sayKitchen3(input: {" + field + "}) { flag } }", Map.of());
                assertThat(response.errors()).as(field).isNotEmpty();
                assertThat(response.errors())
                        .as(field)
                        .allSatisfy(error ->
                                assertThat(error.extensions().get("code")).isIn("VALIDATION_FAILED", "BAD_USER_INPUT"));
            }
            assertThat(service.received).isEmpty();
        }
    }
}
