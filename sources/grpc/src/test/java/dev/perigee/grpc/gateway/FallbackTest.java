package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.testing.gateway.Address;
import dev.perigee.grpc.testing.gateway.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields that no service serves, beside and below those that one does. */
class FallbackTest {
    private static final SocialService SERVICE = new SocialService();
    private static GraphServer graph;

    /** What Java code alone has. */
    record Note(String text, long authorId) {}

    /** Notes by the ids of their authors, one call for all. */
    static final class NotesByAuthor implements Loader<Long, List<Note>> {
        @Override
        public Map<Long, List<Note>> load(Set<Long> ids, Context context) {
            SERVICE.calls.add("NotesByAuthor " + ids);
            Map<Long, List<Note>> notes = new LinkedHashMap<>();
            for (long id : ids) notes.put(id, List.of(new Note("Note of " + id, id)));
            return notes;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        graph = GraphServer.of(
                SERVICE,
                """
                extend type Query {
                  nobody: Person
                  noted: [Note!]
                }
                extend type Person {
                  greeting: String
                  description: String
                  notes: [Note!]
                  secret: String @requiresScopes(scopes: [["secrets"]])
                  friends: [Person!] @grpc(method: "social.v1.People/BatchGetPeople", missing: OMIT,
                    batch: {keys: "ids", from: "parent.friend_ids", result: "people", key: "id"})
                }
                extend type Address { label: String }
                type Note {
                  text: String!
                  authorId: Int64!
                  author: Person
                  writer: Person @grpc(method: "social.v1.People/BatchGetPeople",
                    batch: {keys: "ids", from: "parent.authorId", result: "people", key: "id"})
                }
                """,
                upstream -> upstream,
                source -> source.options(GraphOptions.builder().ids("*.id").build())
                        .messages(Person.getDefaultInstance())
                        .messages(Address.getDefaultInstance())
                        .needs("Person.greeting", "name", "mood")
                        .needs("Person.notes", "id")
                        .needs("Person.secret", "phone")
                        .needs("Address.label", "street"),
                wiring -> wiring.type(
                                "Person",
                                Person.class,
                                person -> person.field("greeting", one -> "Hello, " + one.getName() + "!")
                                        .field(
                                                "description",
                                                one -> one.getName() + " of "
                                                        + one.getAddress().getCity())
                                        .field("secret", one -> "phone " + one.getPhone())
                                        .load("notes", NotesByAuthor.class, Person::getId))
                        .type(
                                "Address",
                                Address.class,
                                address -> address.field("label", one -> "To " + one.getStreet()))
                        .type(
                                "Note",
                                Note.class,
                                note -> note.field(
                                        "author",
                                        one -> Person.newBuilder()
                                                .setId(one.authorId())
                                                .setName("Author " + one.authorId())
                                                .addFriendIds(one.authorId() + 1)
                                                .build()))
                        .loader(new NotesByAuthor())
                        .query(
                                "nobody",
                                (arguments, context) -> Person.newBuilder()
                                        .setName("Nobody")
                                        .addFriendIds(1)
                                        .setAddress(Address.newBuilder()
                                                .setCity("Nowhere")
                                                .setStreet("0"))
                                        .build())
                        .query("noted", (arguments, context) -> List.of(new Note("One", 1), new Note("Two", 2))));
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.calls.clear();
    }

    @Test
    void services_are_asked_for_what_code_needs_and_no_more() {
        assertThat(graph.run("{ getPerson(id: 2) { greeting } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"greeting\":\"Hello, Person 2!\"}}}");
        assertThat(graph.run("{ getPerson(id: 2) { age address { label } } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"age\":22,\"address\":{\"label\":\"To Street 2\"}}}}");
        assertThat(graph.run("{ getPerson(id: 2) { description } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"description\":\"Person 2 of Town\"}}}");
        assertThat(SERVICE.calls)
                .containsExactly(
                        "GetPerson 2 {name mood}",
                        "GetPerson 2 {age address{street}}",
                        "GetPerson 2 {}"); // nothing is declared of it
    }

    @Test
    void what_is_below_a_relation_is_asked_for_too() {
        assertThat(graph.run("{ getPerson(id: 7) { friends { greeting address { label } } } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"friends\":[{\"greeting\":\"Hello, Person 8!\","
                        + "\"address\":{\"label\":\"To Street 8\"}},{\"greeting\":\"Hello, Person 9!\","
                        + "\"address\":{\"label\":\"To Street 9\"}}]}}}");
        assertThat(SERVICE.calls)
                .containsExactly(
                        "GetPerson 7 {friend_ids}", "BatchGetPeople [8, 9] {people{address{street} name mood id}}");
    }

    @Test
    void loaders_and_services_take_turns() {
        assertThat(graph.run("{ getPerson(id: 8) { name notes { text author { name friends { name } } } } }"))
                .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 8\",\"notes\":[{\"text\":\"Note of 8\","
                        + "\"author\":{\"name\":\"Author 8\",\"friends\":[{\"name\":\"Person 9\"}]}}]}}}");
        assertThat(SERVICE.calls)
                .containsExactly("GetPerson 8 {name id}", "NotesByAuthor [8]", "BatchGetPeople [9] {people{name id}}");
    }

    @Test
    void code_may_return_messages() {
        assertThat(graph.run("{ nobody { id name mood greeting friends { name } address { city label } } }"))
                .isEqualTo("{\"data\":{\"nobody\":{\"id\":\"0\",\"name\":\"Nobody\",\"mood\":\"UNSPECIFIED\","
                        + "\"greeting\":\"Hello, Nobody!\",\"friends\":[{\"name\":\"Person 1\"}],"
                        + "\"address\":{\"city\":\"Nowhere\",\"label\":\"To 0\"}}}}");
        assertThat(SERVICE.calls).containsExactly("BatchGetPeople [1] {people{name id}}");
    }

    @Test
    void messages_below_records_have_relations_in_one_batch() {
        assertThat(graph.run("{ noted { text author { friends { name } } } }"))
                .isEqualTo(
                        "{\"data\":{\"noted\":[{\"text\":\"One\",\"author\":{\"friends\":[{\"name\":\"Person 2\"}]}},"
                                + "{\"text\":\"Two\",\"author\":{\"friends\":[{\"name\":\"Person 3\"}]}}]}}");
        assertThat(SERVICE.calls).containsExactly("BatchGetPeople [2, 3] {people{name id}}");
    }

    @Test
    void records_have_relations() {
        assertThat(graph.run("{ noted { text writer { name greeting friends { name } } } }"))
                .isEqualTo("{\"data\":{\"noted\":[{\"text\":\"One\",\"writer\":{\"name\":\"Person"
                        + " 1\",\"greeting\":\"Hello, Person 1!\",\"friends\":[{\"name\":\"Person"
                        + " 2\"},{\"name\":\"Person 3\"}]}},{\"text\":\"Two\",\"writer\":{\"name\":\"Person"
                        + " 2\",\"greeting\":\"Hello, Person 2!\",\"friends\":[{\"name\":\"Person"
                        + " 3\"},{\"name\":\"Person 4\"}]}}]}}");
        assertThat(SERVICE.calls)
                .containsExactly(
                        "BatchGetPeople [1, 2] {people{name mood friend_ids id}}",
                        "BatchGetPeople [2, 3, 4] {people{name id}}");
    }

    @Test
    void what_a_caller_may_not_see_is_not_asked_for() {
        String query = "{ getPerson(id: 3) { name secret } }";
        Response refused = graph.run(query, Map.of());
        assertThat(refused.toString()).contains("\"data\":{\"getPerson\":{\"name\":\"Person 3\",\"secret\":null}}");
        assertThat(refused.errors().getFirst().extensions()).containsEntry("code", "UNAUTHENTICATED");
        assertThat(SERVICE.calls).containsExactly("GetPerson 3 {name}");
        SERVICE.calls.clear();
        Response given = graph.engine.execute(Request.builder(query)
                .value(Caller.class, Caller.named("ann").withScopes("secrets"))
                .build());
        assertThat(given.toString())
                .isEqualTo("{\"data\":{\"getPerson\":{\"name\":\"Person 3\",\"secret\":\"phone \"}}}");
        assertThat(SERVICE.calls).containsExactly("GetPerson 3 {name phone}");
    }

    @Test
    void rules_on_fields_of_messages_hold_in_the_push_down() throws Exception {
        SocialService service = new SocialService();
        try (GraphServer guarded = GraphServer.of(service, """
            type Person {
              id: String!
              name: String!
              mail: String @requiresScopes(scopes: [["mail"]])
              phone: String @requiresScopes(scopes: [["phone"]], otherwise: NULL)
              boss: Person @requiresRoles(roles: ["chief"])
                @grpc(method: "social.v1.People/GetPerson", with: {id: "parent.boss_id"})
            }
            """, source -> source)) {
            Response response = guarded.run("{ getPerson(id: 2) { name mail phone boss { name } } }", Map.of());
            assertThat(response.toString())
                    .contains("\"getPerson\":{\"name\":\"Person 2\",\"mail\":null,\"phone\":null,\"boss\":null}");
            assertThat(response.errors())
                    .extracting(error -> error.path().getLast())
                    .containsExactlyInAnyOrder("mail", "boss");
            assertThat(service.calls).containsExactly("GetPerson 2 {name}");
            service.calls.clear();
            guarded.engine.execute(Request.builder("{ getPerson(id: 2) { name mail phone boss { name } } }")
                    .value(Caller.class, new Caller("ann", Set.of("chief"), Set.of("mail")))
                    .build());
            assertThat(service.calls).containsExactly("GetPerson 2 {name mail boss_id}", "GetPerson 1 {name}");
        }
    }

    @Test
    void errors_of_values_have_their_place_beside_other_sources() throws Exception {
        byte[] reply = {10 + 8 * 4, 3, 18, 1, -1}; // address {city: not UTF-8}
        ScriptedPeople people = new ScriptedPeople(ScriptedPeople.replying(reply));
        try (GraphServer faulty = FaultyGraph.of(people)) {
            for (String beside : List.of("", " boss { id }")) {
                Response response = faulty.run("{ getPerson(id: 1) { id address { city }" + beside + " } }", Map.of());
                assertThat(response.errors()).hasSize(1);
                assertThat(response.errors().getFirst().extensions()).containsEntry("code", "INVALID_UTF8");
                assertThat(response.errors().getFirst().path()).containsExactly("getPerson", "address", "city");
                assertThat(response.toString()).contains("\"getPerson\":{\"id\":\"0\",\"address\":null");
            }
        }
    }
}
