package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A graph over a running server, from reflection to the bytes of the response. */
class GatewayTest {
    private static SocialGraph graph;

    @BeforeAll
    static void start() throws Exception {
        graph = new SocialGraph("""
            extend type Person {
              boss: Person @grpc(method: "social.v1.People/BatchGetPeople", batch: {keys: "ids", from: "parent.boss_id", result: "people", key: "id"})
              friends: [Person!] @grpc(method: "social.v1.People/BatchGetPeople", missing: OMIT, batch: {keys: "ids", from: "parent.friend_ids", result: "people", key: "id"})
            }
            """);
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @Test
    void a_call_replies_with_exactly_the_selected_fields() {
        assertThat(graph.run("{ getPerson(id: 2) { id name mood age address { city } nicknames since mail phone } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"id\":\"2\",\"name\":\"Person 2\",\"mood\":\"HAPPY\",\"age\":22,"
                        + "\"address\":{\"city\":\"Town\"},\"nicknames\":[\"p2\"],\"since\":\"2023-11-14T22:13:22Z\","
                        + "\"mail\":\"2@example.com\",\"phone\":null}}}");
        assertThat(graph.service.calls)
                .containsExactly("GetPerson 2 {id name mood age address{city} nicknames since mail phone}");
    }

    @Test
    void several_calls_aliases_and_fragments() {
        assertThat(graph.run("""
            { a: getPerson(id: 2) { ...N } b: getPerson(id: 3) { ...N town: address { city } } again: getPerson(id: 2) { id } }
            fragment N on Person { first: name }\
            """))
                .isEqualTo("{\"data\":{\"a\":{\"first\":\"Person 2\"},\"b\":{\"first\":\"Person 3\","
                        + "\"town\":{\"city\":\"Town\"}},\"again\":{\"id\":\"2\"}}}");
        assertThat(graph.service.calls)
                .containsExactlyInAnyOrder("GetPerson 2 {name id}", "GetPerson 3 {name address{city}}");
    }

    @Test
    void relations_of_all_levels_take_a_call_each() {
        assertThat(graph.run("{ getPerson(id: 1) { name friends { name friends { name boss { name } } } } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 1\",\"friends\":[{\"name\":\"Person"
                        + " 2\",\"friends\":[{\"name\":\"Person 3\",\"boss\":{\"name\":\"Person"
                        + " 1\"}},{\"name\":\"Person 4\",\"boss\":{\"name\":\"Person 1\"}}]},{\"name\":\"Person"
                        + " 3\",\"friends\":[{\"name\":\"Person 4\",\"boss\":{\"name\":\"Person"
                        + " 1\"}},{\"name\":\"Person 5\",\"boss\":{\"name\":\"Person 1\"}}]}]}}}");
        assertThat(graph.service.calls)
                .containsExactly(
                        "GetPerson 1 {name friend_ids}",
                        "BatchGetPeople [2, 3] {people{name friend_ids id}}",
                        "BatchGetPeople [3, 4, 5] {people{name boss_id id}}",
                        "BatchGetPeople [1] {people{name id}}");
    }

    @Test
    void conditions_decide_what_is_asked_for() {
        String query = "query($all: Boolean!) { getPerson(id: 2) { name age @include(if: $all) } }";
        assertThat(graph.run(query, Map.of("all", true)).toString())
                .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 2\",\"age\":22}}}");
        assertThat(graph.service.calls).containsExactly("GetPerson 2 {name age}");
        assertThat(graph.run(query, Map.of("all", false)).toString())
                .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 2\"}}}");
        assertThat(graph.service.calls).containsExactly("GetPerson 2 {name}");
    }

    @Test
    void a_mutation_takes_one_input() {
        assertThat(graph.run("mutation { createPerson(input: {person: {name: \"Ann\", mood: GRUMPY}}) { id name"
                        + " mood age } }"))
                .isEqualTo(
                        "{\"data\":{\"createPerson\":{\"id\":\"10\",\"name\":\"Ann\",\"mood\":\"GRUMPY\",\"age\":null}}}");
    }

    @Test
    void a_status_is_an_error_of_the_field() {
        assertThat(graph.run("{ getPerson(id: 99) { name } other: getPerson(id: 1) { name } }"))
                .contains(
                        "\"message\":\"There is no person 99.\"", "\"code\":\"NOT_FOUND\"", "\"path\":[\"getPerson\"]")
                .contains("\"data\":{\"getPerson\":null,\"other\":{\"name\":\"Person 1\"}}");
    }
}
