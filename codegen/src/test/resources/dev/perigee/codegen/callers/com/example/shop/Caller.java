package com.example.shop;

import com.example.shop.client.By;
import com.example.shop.client.CreateTodoMutation;
import com.example.shop.client.NewTodo;
import com.example.shop.client.NodeParts;
import com.example.shop.client.NodeQuery;
import com.example.shop.client.Part;
import com.example.shop.client.QuerySelection;
import com.example.shop.client.SearchQuery;
import com.example.shop.client.Status;
import com.example.shop.client.TodoByQuery;
import com.example.shop.client.TodoCreatedSubscription;
import com.example.shop.client.TodoLine;
import com.example.shop.client.TodosQuery;
import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.Result;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What somebody writes who calls the shop. */
@NullMarked
public final class Caller {
    private Caller() {}

    public static List<TodoLine> todos(Client client) {
        return client.execute(TodosQuery.of(2)).orThrow().todos();
    }

    public static String todosWithAll(Client client) {
        UUID after = new UUID(0, 7);
        Operation<TodosQuery.Result> operation = TodosQuery.with(1)
                .after(after)
                .statuses(List.of(Status.OPEN, Status.class_))
                .withTags(true)
                .operation();
        TodoLine first = client.execute(operation).orThrow().todos().getFirst();
        return first.id() + " " + first.state() + " " + first.tags();
    }

    public static Operation<TodosQuery.Result> afterNull() {
        return TodosQuery.with(1).after(null).operation();
    }

    public static String reviewer(Client client) {
        TodoByQuery.Todo todo = client.execute(TodoByQuery.of(By.title("Write"))).orThrow().todo();
        if (todo == null || todo.parent() == null) return "";
        TodoByQuery.Person reviewer = todo.parent().reviewer();
        return todo.reviewer() + " " + (reviewer == null ? null : reviewer.name());
    }

    public static String create(Client client) {
        NewTodo todo = NewTodo.of("New")
                .due(Instant.EPOCH)
                .status(Status.class_)
                .priority(Priority.HIGH)
                .parts(Arrays.asList(
                        Part.of("one").statuses(List.of(List.of(Status.class_, Status.OPEN), List.of())), null));
        return client.execute(CreateTodoMutation.of(todo)).orThrow().createTodo().title();
    }

    public static List<String> search(Client client) {
        return client.execute(SearchQuery.of("")).orThrow().search().stream()
                .map(Caller::shown)
                .toList();
    }

    private static String shown(SearchQuery.Found found) {
        return switch (found) {
            case SearchQuery.Found.Person person -> person.what() + " of " + person.friends();
            case SearchQuery.Found.Todo todo -> todo.what();
            case SearchQuery.Found.Node node -> "a node of type " + node.__typename();
            case SearchQuery.Found.Other other -> "something else: " + other.__typename();
        };
    }

    public static String node(Client client, UUID id) {
        NodeParts node = client.execute(NodeQuery.of(id)).orThrow().node();
        return switch (node) {
            case NodeParts.Owner owner -> "owner " + owner.name();
            case NodeParts.Todo todo -> "todo of " + todo.owner();
            case NodeParts.Other other -> "other " + other.__typename();
            case null -> "nothing";
        };
    }

    public static List<String> created(Client client) {
        try (Stream<Result<TodoCreatedSubscription.Result>> events =
                client.events(TodoCreatedSubscription.with().priority(Priority.LOW).operation())) {
            return events.map(event -> event.orThrow().todoCreated().title()).toList();
        }
    }

    public static Operation<Map<String, @Nullable Object>> built(UUID other) {
        return QuerySelection.of(query -> query.todos(
                        2,
                        with -> with.statuses(List.of(Status.class_)),
                        todo -> todo.title()
                                .parent(parent -> parent.parent(top -> top.title()))
                                .reviewer(person -> person.friends(friend -> friend.name())))
                .as("first")
                .node(new UUID(0, 1), node -> node.typename().onTodo(todo -> todo.title()))
                .as("second")
                .node(other, node -> node.id()));
    }

    public static Operation<Map<String, @Nullable Object>> nothing() {
        return QuerySelection.of(query -> query.todo(By.title("Write"), todo -> todo));
    }
}
