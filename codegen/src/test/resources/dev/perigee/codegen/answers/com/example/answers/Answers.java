package com.example.answers;

import com.example.todo.Filter;
import com.example.todo.PersonInput;
import com.example.todo.Priority;
import com.example.todo.Todo;
import com.example.todo.TodoInput;
import com.example.todo.User;
import com.example.todo.graph.Comment;
import com.example.todo.graph.GraphResolvers;
import com.example.todo.graph.GraphWiring;
import com.example.todo.graph.MutationRoots;
import com.example.todo.graph.PersonResolver;
import com.example.todo.graph.QueryRoots;
import com.example.todo.graph.TodoResolver;
import dev.perigee.data.Context;
import dev.perigee.data.GraphModule;
import java.time.Instant;
import java.util.Collections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Resolvers as a user writes them, that tell how they were called. */
@NullMarked
public final class Answers implements QueryRoots, MutationRoots, TodoResolver, PersonResolver {
    public static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

    private static final UUID ID = new UUID(0, 1);
    private static final User ADA = new User(ID, "Ada", true);
    private static final List<Todo> TODOS = List.of(
            new Todo(ID, "Write", false, Optional.of(Instant.parse("2026-01-02T03:04:05Z")), Priority.HIGH, Set.of("work"), ID),
            new Todo(new UUID(0, 2), "Read", true, Optional.empty(), Priority.LOW, Set.of(), ID),
            new Todo(new UUID(0, 3), "Rest", false, Optional.empty(), Priority.LOW, Set.of(), null));

    record Resolvers(QueryRoots query, MutationRoots mutation, TodoResolver todo, PersonResolver person)
            implements GraphResolvers {}

    public static GraphModule module() {
        Answers answers = new Answers();
        return new GraphWiring(new Resolvers(answers, answers, answers, answers));
    }

    @Override
    public List<Todo> todos(@Nullable Filter filter, Context context) {
        CALLS.add("todos " + filter);
        return TODOS;
    }

    @Override
    public @Nullable Todo todo(UUID todoID, Context context) {
        return null;
    }

    @Override
    public List<Object> items(Context context) {
        return List.of(TODOS.getFirst(), ADA);
    }

    @Override
    public Todo createTodo(TodoInput todo, Context context) {
        CALLS.add("createTodo " + todo);
        return TODOS.getFirst();
    }

    @Override
    public User createPerson(PersonInput person, Context context) {
        CALLS.add("createPerson " + person);
        return ADA;
    }

    @Override
    public Map<Todo, User> owner(Set<Todo> todos, Context context) {
        CALLS.add("owner " + todos.size());
        Map<Todo, User> owners = new HashMap<>();
        for (Todo todo : todos) if (todo.ownerId() != null) owners.put(todo, ADA);
        return owners;
    }

    @Override
    public Map<Todo, List<Comment>> comments(Set<Todo> todos, @Nullable Integer first, Context context) {
        CALLS.add("comments " + todos.size() + " first " + first);
        Map<Todo, List<Comment>> comments = new HashMap<>();
        for (Todo todo : todos) comments.put(todo, List.of(new Comment(todo.title() + " " + first)));
        return comments;
    }

    @Override
    public Map<User, String> nickname(Set<User> persons, Context context) {
        CALLS.add("nickname " + persons.size());
        return Map.of(ADA, "A.");
    }
}
