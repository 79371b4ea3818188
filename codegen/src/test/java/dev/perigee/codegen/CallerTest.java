package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.TransportException;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.server.GraphServer;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Generated operations, used by code that is compiled with them, against a server by HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerTest {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/perigee/codegen");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Map<String, Object> todo;
    private Class<?> caller;
    private GraphServer server;
    private Client client;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        Path folder = RESOURCES.resolve("cases/operations");
        caller = CompiledSources.load(
                        temporary,
                        folder.resolve("expected"),
                        folder.resolve("src/main/java"),
                        RESOURCES.resolve("callers"))
                .loadClass("com.example.shop.Caller");
        // two types and a value that were not there when the client's code was generated
        String sdl = Files.readString(folder.resolve("schema.graphqls"))
                        .replace("enum Status {", "enum Status { WAITING ")
                        .replace("union Found = ", "union Found = Robot | ")
                + "type Robot { model: String }\n";
        Wiring wiring = wiring();
        server = GraphServer.builder(Engine.builder(
                                wiring.reader(List.of(Source.of("schema", sdl))).read())
                        .wiring(wiring)
                        .build())
                .port(0)
                .start();
        URI uri = server.uri().resolve("graphql");
        client = Client.builder(uri).build();
        client.fetchSchema();
    }

    @BeforeEach
    void reset() {
        seen.clear();
        todo = object("Todo", 1);
        todo.putAll(Map.of("title", "Write", "priority", "LOW", "status", "class", "tags", List.of("a", "b")));
        todo.put("weights", Arrays.asList(1, null));
        todo.put("due", "2026-01-02T03:04:05Z");
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    private Wiring wiring() {
        return Wiring.builder()
                .query("todos", (arguments, context) -> {
                    seen.add(String.valueOf(arguments.asMap()));
                    return List.of(todo);
                })
                .query("todo", (arguments, context) -> {
                    Map<String, Object> parent = object("Todo", 2);
                    parent.put("reviewer", person());
                    todo.put("parent", parent);
                    return todo;
                })
                .query("node", (arguments, context) -> {
                    String id = arguments.string("id");
                    if (id.equals(new UUID(0, 1).toString())) return todo;
                    return id.equals(new UUID(0, 3).toString()) ? person() : null;
                })
                .query("search", (arguments, context) -> List.of(person(), todo, team(), robot()))
                .mutation("createTodo", (arguments, context) -> {
                    seen.add(String.valueOf(arguments.asMap()));
                    return todo;
                })
                .subscription("todoCreated", (arguments, context) -> events())
                .build();
    }

    private Flow.Publisher<Map<String, Object>> events() {
        return subscriber -> {
            SubmissionPublisher<Map<String, Object>> events = new SubmissionPublisher<>();
            events.subscribe(subscriber);
            events.submit(todo);
            events.submit(todo);
            events.close();
        };
    }

    private static Map<String, Object> object(String type, int id) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("__typename", type);
        object.put("id", new UUID(0, id).toString());
        return object;
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = object("Person", 3);
        person.put("name", "Ada");
        person.put("friends", List.of());
        return person;
    }

    private static Map<String, Object> team() {
        Map<String, Object> team = object("Team", 4);
        team.put("name", "Us");
        return team;
    }

    private static Map<String, Object> robot() {
        return Map.of("__typename", "Robot");
    }

    @Test
    void a_result_has_the_shape_of_what_is_selected() throws Exception {
        todo.put("owner", person());
        assertThat(call("todos", client))
                .hasToString("[TodoLine[id=" + new UUID(0, 1)
                        + ", title=Write, due=2026-01-02T03:04:05Z, state=class_, priority=LOW, weights=[1, null],"
                        + " tags=null, owner=Owner[name=Ada]]]");
        assertThat(seen).containsExactly("{first=2, statuses=[OPEN]}");
    }

    @Test
    void optional_variables_are_sent_as_the_schema_has_them() throws Exception {
        assertThat(call("todosWithAll", client)).isEqualTo(new UUID(0, 1) + " class_ [a, b]");
        assertThat(seen).containsExactly("{first=1, after=" + new UUID(0, 7) + ", statuses=[OPEN, class]}");
    }

    @Test
    void null_is_sent_and_what_is_absent_is_not() throws Exception {
        assertThat(((Operation<?>) call("afterNull")).variables().toString()).isEqualTo("{first=1, after=null}");
    }

    @Test
    void selections_that_are_the_same_have_one_record() throws Exception {
        assertThat(call("reviewer", client)).isEqualTo("null Ada");
    }

    @Test
    void input_objects_have_what_was_said() throws Exception {
        assertThat(call("create", client)).isEqualTo("Write");
        assertThat(seen)
                .containsExactly("{todo={title=New, due=1970-01-01T00:00:00Z, status=class, priority=HIGH, tags=[],"
                        + " parts=[{text=one, statuses=[[class, OPEN], []]}, null]}}");
    }

    @Test
    void types_are_told_apart_and_those_that_are_new_are_others() throws Exception {
        assertThat(call("search", client))
                .isEqualTo(List.of("Ada of []", "Write", "a node of type Team", "something else: Robot"));
        assertThat(call("node", client, new UUID(0, 3))).isEqualTo("owner Ada");
        assertThat(call("node", client, new UUID(0, 1))).isEqualTo("todo of null");
        assertThat(call("node", client, new UUID(0, 9))).isEqualTo("nothing");
    }

    @Test
    void a_value_that_is_new_is_unknown() throws Exception {
        todo.put("status", "WAITING");
        assertThat(call("todos", client).toString()).contains("state=UNKNOWN");
    }

    @Test
    void what_can_not_be_read_names_its_path() {
        todo.put("due", "tomorrow");
        assertThatThrownBy(() -> call("todos", client))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("todos[0].due is \"tomorrow\": DateTime cannot represent value: \"tomorrow\"");
        todo.put("due", "2026-01-02T03:04:05Z");
        todo.put("id", "seven");
        assertThatThrownBy(() -> call("todos", client))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("todos[0].id must be a UUID, not \"seven\"");
    }

    @Test
    void events_are_read_as_results_are() throws Exception {
        assertThat(call("created", client)).isEqualTo(List.of("Write", "Write"));
    }

    @Test
    void a_document_is_built_in_code() throws Exception {
        Operation<?> built = (Operation<?>) call("built", new UUID(0, 3));
        assertThat(built.document()).isEqualTo("""
            query ($first: Int!, $statuses: [Status!], $id: ID!, $id_2: ID!) {
              todos(first: $first, statuses: $statuses) {
                title
                parent {
                  parent {
                    title
                  }
                }
                reviewer {
                  friends {
                    name
                  }
                }
              }
              first: node(id: $id) {
                __typename
                ... on Todo {
                  title
                }
              }
              second: node(id: $id_2) {
                id
              }
            }\
            """);
        assertThat(client.execute(built).orThrow().toString())
                .isEqualTo("{todos=[{title=Write, parent=null, reviewer=null}],"
                        + " first={__typename=Todo, title=Write}, second={id=" + new UUID(0, 3) + "}}");
        assertThat(seen).containsExactly("{first=2, statuses=[class]}");
    }

    @Test
    void a_selection_of_nothing_is_refused() {
        assertThatThrownBy(() -> call("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing is selected of \"todo\"");
    }

    private @Nullable Object call(String method, Object... arguments) throws Exception {
        for (var each : caller.getMethods()) {
            if (!each.getName().equals(method)) continue;
            try {
                return each.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) throw cause;
                throw e;
            }
        }
        throw new NoSuchMethodException(method);
    }
}
