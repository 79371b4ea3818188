package dev.perigee.examples.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.Client;
import dev.perigee.client.InvalidOperationException;
import dev.perigee.client.Operation;
import dev.perigee.client.TransportException;
import dev.perigee.examples.todo.web.WebApp;
import dev.perigee.examples.todo.web.graph.CreateTodoMutation;
import dev.perigee.examples.todo.web.graph.TodoByIdQuery;
import dev.perigee.examples.todo.web.graph.TodoInput;
import dev.perigee.examples.todo.web.graph.TodoLine;
import dev.perigee.examples.todo.web.graph.TodosQuery;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both programs, over sockets. */
class TodoServiceTest {
    private static RunningService running;
    private static Client client;

    @BeforeAll
    static void start() {
        running = new RunningService(false);
        client = running.client();
        client.fetchSchema();
    }

    @AfterAll
    static void stop() {
        client.close();
        running.close();
    }

    @Test
    void what_the_web_application_does() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RunningService fresh = new RunningService(false);
                Client web = fresh.client()) {
            new WebApp(web, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
            assertThat(fresh.service.graphRequests())
                    .as("schema, list, create, read, list")
                    .isEqualTo(5);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "<id>"))
                .isEqualToNormalizingNewlines("""
                    Fetched the schema.
                    Todos: 0
                    Created <id>.
                    Read Water the plants (overdue) Not the cactus.
                    Not sent: 1:11: Cannot query field "titel" on type "Todo". Did you mean "title"?
                    Todos: 1
                      Water the plants (overdue)
                    """);
    }

    @Test
    void a_wrong_field_is_no_request() {
        long before = running.service.graphRequests();
        assertThatThrownBy(() -> client.execute(Operation.of("{ todos { titel } }")))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessage("1:11: Cannot query field \"titel\" on type \"Todo\". Did you mean \"title\"?");
        assertThat(running.service.graphRequests()).isEqualTo(before);

        client.execute(TodosQuery.of()).orThrow();
        assertThat(running.service.graphRequests()).isEqualTo(before + 1);
    }

    @Test
    void what_mobile_clients_create_the_graph_has() {
        HttpResponse<String> created = post("{\"title\": \" Call Ada \", \"due\": \"2026-03-02\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        UUID id = UUID.fromString(RunningService.json(created).get("id").textValue());

        TodoByIdQuery.Todo todo = client.execute(TodoByIdQuery.of(id)).orThrow().todo();
        assertThat(todo)
                .isEqualTo(new TodoByIdQuery.Todo(
                        id, "Call Ada", LocalDate.of(2026, 3, 2), false, null, RunningService.NOW));
        assertThat(client.execute(TodosQuery.of()).orThrow().todos())
                .contains(new TodoLine(id, "Call Ada", LocalDate.of(2026, 3, 2), false));
    }

    @Test
    void what_the_graph_creates_mobile_clients_have() {
        TodoInput input = TodoInput.of("Pay the rent").note("In cash").due(LocalDate.of(2026, 3, 1));
        TodoLine created =
                client.execute(CreateTodoMutation.of(input)).orThrow().createTodo();
        assertThat(created.isOverdue()).isTrue();

        HttpResponse<String> one = rest("GET", "/" + created.id(), "");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body())
                .isEqualTo("{\"id\":\"" + created.id() + "\",\"title\":\"Pay the rent\",\"note\":\"In cash\","
                        + "\"due\":\"2026-03-01\",\"created\":\"2026-03-02T08:30:00Z\"}");
        assertThat(RunningService.json(rest("GET", "", ""))).contains(RunningService.json(one));
    }

    @Test
    void nobody_has_what_is_not_there() {
        assertThat(client.execute(TodoByIdQuery.of(new UUID(0, 0))).orThrow().todo())
                .isNull();
        assertThat(rest("GET", "/" + new UUID(0, 0), "").statusCode()).isEqualTo(404);
        assertThat(rest("GET", "/no-uuid", "").statusCode()).isEqualTo(404);
        assertThat(rest("DELETE", "", "").headers().firstValue("allow")).hasValue("GET, POST");
        assertThat(rest("POST", "/" + new UUID(0, 0), "").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ todos { title } }", "{ __schema { types { name } } }", "{ __typename }", "no document"})
    void the_graph_is_closed_to_mobile_clients(String document) {
        HttpResponse<String> refused = running.query(document, "authorization", running.bearer("mobile"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("www-authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", error_description=\"The access token has not the scope"
                        + " todos:graph.\", scope=\"todos:graph\"");
        assertThat(refused.body())
                .isEqualTo("{\"errors\":[{\"message\":\"The access token has not the scope todos:graph.\","
                        + "\"extensions\":{\"code\":\"FORBIDDEN\"}}]}");
    }

    @Test
    void and_the_mobile_clients_to_those_of_the_graph() {
        HttpResponse<String> refused =
                running.send("GET", running.service.restUri(), "", "authorization", running.bearer("web"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"error\":\"The access token has not the scope todos:rest.\"}");
    }

    @Test
    void without_a_token_there_is_nothing() {
        assertThat(running.query("{ todos { title } }").statusCode()).isEqualTo(401);
        assertThat(running.send("GET", running.service.restUri(), "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_secret_gets_no_token() {
        try (Client wrong = WebApp.client(running.service.graphUri(), "guessed")) {
            assertThatThrownBy(wrong::fetchSchema)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("invalid_client")
                    .hasMessageNotContaining("guessed");
        }
    }

    @Test
    void the_playground_is_not_there_in_production() {
        assertThat(playground(running).statusCode()).isEqualTo(200);
        assertThat(playground(running).body()).contains("<title>GraphiQL</title>");
        try (RunningService production = new RunningService(true);
                Client web = production.client()) {
            assertThat(playground(production).statusCode()).isEqualTo(404);
            URI script = production.service.graphUri().resolve("/graphiql/");
            assertThat(production.send("GET", script, "").statusCode()).isEqualTo(404);
            assertThat(web.execute(TodosQuery.of()).orThrow().todos()).isEmpty();
        }
    }

    @Test
    void what_can_not_be_a_todo_is_told_by_both() {
        var result = client.execute(CreateTodoMutation.of(TodoInput.of(" ")));
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("The title is blank.");
            assertThat(error.code()).isEqualTo("BAD_USER_INPUT");
        });
        assertThat(post("{\"title\": \" \"}").body()).isEqualTo("{\"error\":\"The title is blank.\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | 400 | A todo has a title.",
                "{                                         | 400 | A todo is an object of JSON.",
                "[]                                        | 400 | A todo has a title.",
                "{\"note\": \"x\"}                         | 400 | A todo has a title.",
                "{\"title\": 5}                            | 400 | \"title\" is a text.",
                "{\"title\": \"x\", \"due\": \"tomorrow\"} | 400 | \"due\" is a day, such as 2026-03-01.",
            })
    void what_mobile_clients_get_wrong(String body, int status, String message) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(RunningService.json(response).get("error").textValue()).isEqualTo(message);
    }

    @Test
    void what_is_too_much() {
        assertThat(post("{\"title\": \"" + "x".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(post("[".repeat(60_000)).statusCode()).isEqualTo(400);
        assertThat(post("{\"title\": \"" + "x".repeat(201) + "\"}").body())
                .isEqualTo("{\"error\":\"The title is longer than 200 characters.\"}");
    }

    private static HttpResponse<String> playground(RunningService service) {
        return service.send("GET", service.service.graphUri().resolve("/playground"), "", "accept", "text/html");
    }

    private static HttpResponse<String> post(String body) {
        return rest("POST", "", body);
    }

    private static HttpResponse<String> rest(String method, String name, String body) {
        URI uri = URI.create(running.service.restUri() + name);
        return running.send(method, uri, body, "authorization", running.bearer("mobile"));
    }
}
