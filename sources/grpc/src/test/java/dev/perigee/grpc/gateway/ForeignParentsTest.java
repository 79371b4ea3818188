package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls below objects that are no messages: their keys are properties of whatever Java code or another source returns. */
class ForeignParentsTest {
    record Note(String text, Long authorId, List<Integer> readerIds) {}

    private static SocialGraph graph;

    @BeforeAll
    static void start() throws Exception {
        graph = new SocialGraph(
                """
                extend type Query { notes: [Note!]! maps: [Note!]! wrong: Note }
                type Note {
                  text: String!
                  author: Person @grpc(method: "social.v1.People/BatchGetPeople", batch: {keys: "ids", from: "parent.authorId", result: "people", key: "id"})
                  readers: [Person!] @grpc(method: "social.v1.People/BatchGetPeople", missing: OMIT, batch: {keys: "ids", from: "parent.readerIds", result: "people", key: "id"})
                  owner: Person @grpc(method: "social.v1.People/GetPerson", with: {id: "parent.authorId"})
                }
                extend type Person {
                  friends: [Person!] @grpc(method: "social.v1.People/BatchGetPeople", missing: OMIT, batch: {keys: "ids", from: "parent.friend_ids", result: "people", key: "id"})
                }
                """,
                UnaryOperator.identity(),
                wiring -> wiring.query(
                                "notes",
                                (arguments, context) -> List.of(
                                        new Note("a", 2L, List.of(3, 44, 4)),
                                        new Note("b", 2L, List.of()),
                                        new Note("c", null, List.of(3))))
                        .query("maps", (arguments, context) -> List.of(Map.of("text", "m", "authorId", "5")))
                        .query("wrong", (arguments, context) -> Map.of("text", "w", "authorId", new UUID(1, 2))));
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @Test
    void a_property_is_a_key() {
        assertThat(graph.run("{ notes { text author { name } } }"))
                .isEqualTo("{\"data\":{\"notes\":[{\"text\":\"a\",\"author\":{\"name\":\"Person 2\"}},"
                        + "{\"text\":\"b\",\"author\":{\"name\":\"Person 2\"}},{\"text\":\"c\",\"author\":null}]}}");
        assertThat(graph.service.calls).containsExactly("BatchGetPeople [2] {people{name id}}");
    }

    @Test
    void a_list_is_several_keys() {
        assertThat(graph.run("{ notes { readers { id } } }"))
                .isEqualTo("{\"data\":{\"notes\":[{\"readers\":[{\"id\":\"3\"},{\"id\":\"4\"}]},"
                        + "{\"readers\":[]},{\"readers\":[{\"id\":\"3\"}]}]}}");
        assertThat(graph.service.calls).containsExactly("BatchGetPeople [3, 44, 4] {people{id}}");
    }

    @Test
    void a_property_is_a_field_of_a_request() {
        assertThat(graph.run("{ notes { owner { name } } }"))
                .isEqualTo("{\"data\":{\"notes\":[{\"owner\":{\"name\":\"Person 2\"}},"
                        + "{\"owner\":{\"name\":\"Person 2\"}},{\"owner\":null}]}}");
        assertThat(graph.service.calls).containsExactly("GetPerson 2 {name}");
    }

    @Test
    void an_entry_of_a_map_is_a_property_and_digits_are_a_number() {
        assertThat(graph.run("{ maps { author { name } } }"))
                .isEqualTo("{\"data\":{\"maps\":[{\"author\":{\"name\":\"Person 5\"}}]}}");
    }

    @Test
    void what_can_be_no_key_is_an_error_of_the_field_that_tells_nothing_of_inside() {
        assertThat(graph.run("{ wrong { text author { name } } }"))
                .contains("\"path\":[\"wrong\",\"author\"]", "\"code\":\"INTERNAL_ERROR\"")
                .contains("\"data\":{\"wrong\":{\"text\":\"w\",\"author\":null}}")
                .doesNotContain("UUID");
        assertThat(graph.service.calls).isEmpty();
    }

    @Test
    void what_the_request_knows_is_not_asked_for_again() {
        assertThat(graph.run("{ getPerson(id: 2) { friends { id } } notes { author { friends { id } } } }"))
                .contains("{\"getPerson\":{\"friends\":[{\"id\":\"3\"},{\"id\":\"4\"}]}")
                .contains("{\"author\":{\"friends\":[{\"id\":\"3\"},{\"id\":\"4\"}]}}");
        assertThat(graph.service.calls)
                .containsExactlyInAnyOrder(
                        "GetPerson 2 {friend_ids}",
                        "BatchGetPeople [2] {people{friend_ids id}}",
                        "BatchGetPeople [3, 4] {people{id}}"); // of two levels
    }
}
