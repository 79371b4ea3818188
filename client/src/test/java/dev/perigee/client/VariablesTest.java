package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.server.GraphServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of Java values arrives at the server. */
class VariablesTest {
    private GraphServer server;
    private Client client;

    enum State {
        OPEN,
        DONE
    }

    record NewTodo(String title, State state, Optional<Instant> due, Set<String> tags) {}

    @BeforeEach
    void start() {
        server = TodoGraph.serve();
        client = Client.builder(server.uri().resolve("graphql"))
                .scalar("UUID", TodoGraph.UUIDS)
                .scalar("Instant", TodoGraph.INSTANTS)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void records_are_input_objects_and_scalars_in_them_are_written_by_type() {
        client.fetchSchema();
        NewTodo todo = new NewTodo("a", State.DONE, Optional.of(Instant.EPOCH), Set.of("x"));
        assertThat(echo(todo)).isEqualTo("{input={title=a, state=DONE, due=1970-01-01T00:00:00Z, tags=[x]}}");
    }

    @Test
    void null_components_are_left_out_and_empty_optionals_are_null() {
        client.fetchSchema();
        assertThat(echo(new NewTodo("a", null, Optional.empty(), null)))
                .isEqualTo("{input={title=a, state=OPEN, due=null}}");
    }

    @Test
    void maps_too() {
        client.fetchSchema();
        Map<String, Object> todo = new LinkedHashMap<>();
        todo.put("title", "a");
        todo.put("due", Instant.EPOCH);
        todo.put("tags", null);
        assertThat(echo(todo)).isEqualTo("{input={title=a, state=OPEN, due=1970-01-01T00:00:00Z, tags=null}}");
    }

    @Test
    void lists_of_lists_of_scalars() {
        client.fetchSchema();
        Operation<?> when = Operation.of("query Q($all: [[Instant!]]) { when(all: $all) }")
                .variable(
                        "all", Arrays.asList(new Instant[] {Instant.EPOCH}, null, List.of("at 1970-01-01T00:00:01Z")));
        assertThat(client.execute(when).orThrow())
                .isEqualTo(Map.of("when", "{all=[[1970-01-01T00:00:00Z], null, [1970-01-01T00:00:01Z]]}"));
    }

    @Test
    void without_a_schema_the_scalars_are_known_by_the_document() {
        Operation<?> when = Operation.of("query Q($at: Instant, $all: [[Instant!]]) { when(at: $at, all: $all) }")
                .variable("at", Instant.EPOCH)
                .variable("all", List.of(List.of(Instant.EPOCH)));
        assertThat(client.execute(when).orThrow())
                .isEqualTo(Map.of("when", "{at=1970-01-01T00:00:00Z, all=[[1970-01-01T00:00:00Z]]}"));
    }

    @Test
    void ids_in_variables() {
        client.fetchSchema();
        Operation<?> todo = Operation.of("query Q($id: UUID!) { todo(id: $id) { title } }");
        assertThat(client.execute(todo.variable("id", TodoGraph.FIRST)).orThrow())
                .isEqualTo(Map.of("todo", Map.of("title", "Title 0")));
        assertThatThrownBy(() -> client.execute(todo.variable("id", Instant.EPOCH)))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessage("1:9: Variable \"$id\" can't be sent: 1970-01-01T00:00:00Z is not a UUID.");
    }

    @Test
    void what_has_no_json_is_named_with_its_place() {
        Operation<?> echo = Operation.of("query Q($t: TodoInput!) { echo(input: $t) }");
        Map<String, Object> todo = Map.of("title", "a", "tags", List.of("a", new Object()));
        assertThatThrownBy(() -> client.execute(echo.variable("t", todo)))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessage("1:9: Variable \"$t.tags[1]\" can't be sent: JSON has no form for a java.lang.Object:"
                        + " give the client a scalar for it.");
        assertThatThrownBy(() -> client.execute(echo.variable("t", Double.NaN)))
                .hasMessageEndingWith("JSON has no number NaN.");
    }

    @Test
    void what_contains_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> client.execute(Operation.of("{ broken }").variable("x", list)))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessageEndingWith("It is nested more than 500 levels deep.");
    }

    private Object echo(Object todo) {
        return client.execute(Operation.of("query Q($t: TodoInput!) { echo(input: $t) }")
                        .variable("t", todo))
                .orThrow()
                .get("echo");
    }
}
