package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.perigee.server.GraphServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Data as records, and by readers. */
class RecordsTest {
    enum State {
        OPEN,
        DONE
    }

    record Todo(UUID id, String title, State state, Optional<Instant> due, List<String> tags, double hours) {}

    record Page(List<Todo> nodes, int total) {}

    record Todos(Page todos) {}

    @Test
    void records() {
        try (GraphServer server = TodoGraph.serve();
                Client client = Client.builder(server.uri().resolve("graphql"))
                        .scalar("Instant", Instant.class, TodoGraph.INSTANTS)
                        .build()) {
            Todos todos = client.execute(
                            Operation.of("{ todos { nodes { __typename id title state due tags hours } total } }")
                                    .as(Todos.class))
                    .orThrow();
            assertThat(todos.todos().nodes())
                    .contains(new Todo(
                            new UUID(0, 1), "Title 1", State.DONE, Optional.of(Instant.EPOCH), List.of("a", "b"), 1.5))
                    .hasSize(2);
        }
    }

    @Test
    void records_of_partial_data() {
        record Page(Integer total, Optional<String> broken) {}
        record Some(Page todos) {}
        try (GraphServer server = TodoGraph.serve();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            Result<Some> result =
                    client.execute(Operation.of("{ todos { total broken } }").as(Some.class));
            assertThat(result.data()).isEqualTo(new Some(new Page(2, Optional.empty())));
            assertThat(result.errors()).hasSize(1);
            assertThat(result.errors().getFirst().toString()).isEqualTo("1:17: The page is broken. (todos.broken)");
            assertThatThrownBy(result::orThrow)
                    .isInstanceOf(ExecutionErrorsException.class)
                    .hasMessage("1:17: The page is broken. (todos.broken)");
        }
    }

    @Test
    void what_does_not_fit_is_named_with_path_and_member() {
        record Item(String title, int hours) {}
        record Items(List<Item> items) {}
        String name = Item.class.getName();
        assertMismatch(
                Items.class,
                "{\"items\":[{\"title\":\"a\",\"hours\":1},{\"title\":\"a\",\"hours\":1,\"x\":1}]}",
                "items[1].x does not fit " + name + ".x: it is selected, but there is no such component");
        assertMismatch(
                Items.class,
                "{\"items\":[{\"title\":\"a\"}]}",
                "items[0].hours does not fit " + name + ".hours: it is not in the answer: select it");
        assertMismatch(
                Items.class,
                "{\"items\":[{\"title\":\"a\",\"hours\":1.5}]}",
                "items[0].hours does not fit " + name + ".hours: ");
        assertMismatch(
                Items.class,
                "{\"items\":[{\"title\":\"a\",\"hours\":null}]}",
                "items[0].hours does not fit " + name + ".hours: ");
        assertMismatch(
                Items.class,
                "{\"items\":[{\"title\":{},\"hours\":1}]}",
                "items[0].title does not fit " + name + ".title: ");
        assertMismatch(Items.class, "{\"items\":7}", "items does not fit " + Items.class.getName() + ".items: ");
        record Stated(State state) {}
        assertMismatch(
                Stated.class, "{\"state\":\"GONE\"}", "state does not fit " + Stated.class.getName() + ".state: ");
    }

    private static void assertMismatch(Class<?> type, String data, String message) {
        try (RawServer server =
                        RawServer.answering(RawServer.http(200, "application/json", "{\"data\":" + data + "}"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(() -> client.execute(Operation.of("{ a }").as(type)))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith(server.shownUri() + ": in the data, " + message)
                    .hasMessageNotContaining("jackson")
                    .hasMessageNotContaining("through reference chain");
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "__typename")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "Cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "Dog")
    })
    sealed interface Pet {}

    record Cat(int lives) implements Pet {}

    record Dog(String toy) implements Pet {}

    record Pets(List<Pet> pets) {}

    @Test
    void sealed_interfaces_by_type_name() {
        String data =
                "{\"data\":{\"pets\":[{\"__typename\":\"Cat\",\"lives\":9},{\"__typename\":\"Dog\",\"toy\":\"b\"}]}}";
        try (RawServer server = RawServer.answering(RawServer.http(200, "application/json", data));
                Client client = Client.builder(server.uri()).build()) {
            assertThat(client.execute(Operation.of("{ pets { a } }").as(Pets.class))
                            .orThrow())
                    .isEqualTo(new Pets(List.of(new Cat(9), new Dog("b"))));
        }
    }

    @Test
    void readers_name_the_path() {
        assertReader("1", ValueReader.STRING, "a must be a string, not 1");
        assertReader("\"x\"", ValueReader.INT, "a must be an integer of 32 bits, not \"x\"");
        assertReader("3000000000", ValueReader.INT, "a must be an integer of 32 bits, not 3000000000");
        assertReader("1e400", ValueReader.INT, "a must be an integer of 32 bits, not 1E+400");
        assertReader("{}", ValueReader.FLOAT, "a must be a number, not an object");
        assertReader("\"true\"", ValueReader.BOOLEAN, "a must be true or false, not \"true\"");
        assertReader("[]", ValueReader.ID, "a must be an ID, not a list");
        assertReader("[1,null]", ValueReader.listOf(ValueReader.nonNull(ValueReader.INT)), "a[1] must not be null");
        assertReader("7", ValueReader.listOf(ValueReader.INT), "a must be a list, not 7");
        assertReader("[7]", ValueReader.listOf(ValueReader.object(Data::asMap)), "a[0] must be an object, not 7");
        assertReader("\"GONE\"", ValueReader.enumOf(State.class), "a must be one of OPEN, DONE, not \"GONE\"");
        assertReader("\"x\"", ValueReader.scalar(UUID.class, TodoGraph.UUIDS), "a is \"x\": ");
        assertReader(
                "{\"__typename\":\"Cow\"}",
                ValueReader.oneOf(Map.of("Cat", Data::asMap)),
                "a.__typename must be the name of one of the types Cat, not \"Cow\"");
    }

    private static void assertReader(String value, ValueReader<?> reader, String message) {
        String body = "{\"data\":{\"a\":" + value + "}}";
        try (RawServer server = RawServer.answering(RawServer.http(200, "application/json", body));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(() -> client.execute(Operation.of("{ a }").as(data -> "" + data.read("a", reader))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith(server.shownUri() + ": in the data, " + message);
        }
    }
}
