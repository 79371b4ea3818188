package dev.perigee.examples.todo.web;

import dev.perigee.client.Client;
import dev.perigee.client.GraphqlException;
import dev.perigee.client.InvalidOperationException;
import dev.perigee.client.Operation;
import dev.perigee.client.oauth.ClientCredentials;
import dev.perigee.examples.todo.web.graph.CreateTodoMutation;
import dev.perigee.examples.todo.web.graph.TodoByIdQuery;
import dev.perigee.examples.todo.web.graph.TodoInput;
import dev.perigee.examples.todo.web.graph.TodoLine;
import dev.perigee.examples.todo.web.graph.TodosQuery;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lists, creates and reads todos of the service, and says what it does. */
public final class WebApp {
    private final Client client;
    private final PrintStream out;

    public WebApp(Client client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** The address of the graph is the argument; the secret is in {@code TODO_WEB_SECRET}. */
    public static void main(String[] arguments) {
        String secret = System.getenv("TODO_WEB_SECRET");
        if (arguments.length != 1 || secret == null) {
            System.err.println("Give the address of the graph, and set TODO_WEB_SECRET.");
            System.exit(1);
            return;
        }
        try (Client client = client(URI.create(arguments[0]), secret)) {
            new WebApp(client, System.out).run();
        } catch (GraphqlException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Its client, which gets tokens where the graph is. */
    public static Client client(URI graph, String secret) {
        return Client.builder(graph)
                .credentials(ClientCredentials.at(graph.resolve("/oauth/token"))
                        .client("web", secret)
                        .build())
                .build();
    }

    public void run() {
        client.fetchSchema();
        out.println("Fetched the schema.");

        list();
        UUID created = create();
        read(created);
        mistake();
        list();
    }

    private void list() {
        List<TodoLine> todos = client.execute(TodosQuery.of()).orThrow().todos();
        out.println("Todos: " + todos.size());
        for (TodoLine todo : todos) out.println("  " + line(todo.title(), todo.isOverdue()));
    }

    private UUID create() {
        TodoInput input =
                TodoInput.of("Water the plants").note("Not the cactus.").due(LocalDate.of(2026, 3, 1));
        TodoLine todo = client.execute(CreateTodoMutation.of(input)).orThrow().createTodo();
        out.println("Created " + todo.id() + ".");
        return todo.id();
    }

    private void read(UUID id) {
        TodoByIdQuery.Todo todo = client.execute(TodoByIdQuery.of(id)).orThrow().todo();
        if (todo == null) out.println("Nobody knows of " + id + ".");
        else out.println("Read " + line(todo.title(), todo.isOverdue()) + " " + todo.note());
    }

    /** In a file of operations, the build would have said so. This one is text, as if it came from elsewhere. */
    private void mistake() {
        try {
            client.execute(Operation.of("{ todos { titel } }"));
        } catch (InvalidOperationException e) {
            out.println("Not sent: " + e.getMessage());
        }
    }

    private static String line(String title, boolean isOverdue) {
        return isOverdue ? title + " (overdue)" : title;
    }
}
