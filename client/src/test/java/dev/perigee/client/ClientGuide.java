package dev.perigee.client;

import dev.perigee.schema.Coercion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The examples of {@code docs/guide/client.md}, as they stand there. */
final class ClientGuide {
    enum State {
        OPEN,
        DONE
    }

    // @formatter:off
    record Todos(Page todos) {
        record Page(List<Todo> nodes, int total) {}
    }

    record Todo(UUID id, String title, State state) {}

    record NewTodo(String title, List<String> tags) {}
    // @formatter:on

    private final StringBuilder printed = new StringBuilder();

    private void print(Object value) {
        printed.append(value).append('\n');
    }

    String first(URI uri) {
        try (Client client = Client.connect(uri.toString())) {
            client.fetchSchema();
            Result<Map<String, Object>> result =
                    client.execute(Operation.of("{ todos(first: 1) { nodes { title } } }"));
            print(result.orThrow());
        }
        return printed.toString();
    }

    String wrong(Client client) {
        try {
            client.execute(Operation.of("{ todos { nodes { titel } } }"));
        } catch (InvalidOperationException e) {
            print(e.getMessage());
        }
        return printed.toString();
    }

    String records(Client client) {
        Operation<Todos> todos = Operation.of(
                        "query Todos($n: Int!) { todos(first: $n) { nodes { id title state } total } }")
                .as(Todos.class);
        for (Todo todo :
                client.execute(todos.variable("n", 2)).orThrow().todos().nodes()) {
            print(todo.title() + ": " + todo.state());
        }
        return printed.toString();
    }

    String partial(Client client) {
        Result<Map<String, Object>> result = client.execute(Operation.of("{ todos { total } broken }"));
        if (result.isPartial()) {
            for (GraphqlError error : result.errors()) print(error.pathText() + ": " + error.message());
        }
        return printed.toString();
    }

    String variables(Client client) {
        client.execute(Operation.of("mutation Create($todo: TodoInput!) { create(todo: $todo) { id } }")
                .variable("todo", new NewTodo("Water the plants", List.of("home"))));
        return printed.toString();
    }

    String streamed(Client client) {
        Operation<?> all = Operation.of("query All($n: Int!) { todos(first: $n) { nodes { id title state } } }")
                .variable("n", 10_000);
        try (Stream<Todo> todos = client.stream(all, "todos.nodes", Todo.class)) {
            print(todos.filter(todo -> todo.state() == State.DONE).count());
        }
        return printed.toString();
    }

    String async(Client client) {
        CompletableFuture<Result<Map<String, Object>>> running =
                client.executeAsync(Operation.of("{ todos { total } }").timeout(Duration.ofSeconds(2)));
        running.thenAccept(result -> print(result.orThrow())).join();
        return printed.toString();
    }

    Client built(URI uri, Path cache, Coercion uuids) {
        return Client.builder(uri)
                .schemaCache(cache)
                .refreshBeforeRefusing(Duration.ofMinutes(5))
                .scalar("UUID", UUID.class, uuids)
                .documents(DocumentForm.hashedByGet())
                .timeout(Duration.ofSeconds(5))
                .maxReplyBytes(8 << 20)
                .build();
    }
}
