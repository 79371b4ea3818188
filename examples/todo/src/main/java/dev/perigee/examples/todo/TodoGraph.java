package dev.perigee.examples.todo;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Wiring;
import dev.perigee.examples.todo.graph.GraphResolvers;
import dev.perigee.examples.todo.graph.GraphWiring;
import dev.perigee.examples.todo.graph.MutationRoots;
import dev.perigee.examples.todo.graph.QueryRoots;
import dev.perigee.examples.todo.graph.TodoResolver;
import dev.perigee.examples.todo.model.InvalidTodoException;
import dev.perigee.examples.todo.model.Todo;
import dev.perigee.examples.todo.model.TodoInput;
import dev.perigee.examples.todo.model.TodoStore;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the generated interfaces ask for, from the store that was there before them. */
final class TodoGraph {
    private static final String SCHEMA = "schema.graphqls";

    private TodoGraph() {}

    static Engine engine(TodoStore store, Clock clock) throws Exception {
        var roots = new Roots(store);
        var resolvers = new Resolvers(roots, roots, todo -> todo.isDueBefore(LocalDate.now(clock)));
        var wiring = Wiring.builder().module(new GraphWiring(resolvers)).build();
        return Engine.builder(wiring.reader(List.of(schema())).read())
                .wiring(wiring)
                .build();
    }

    private static Source schema() throws IOException {
        try (InputStream file = TodoGraph.class.getResourceAsStream(SCHEMA)) {
            if (file == null) throw new IOException(SCHEMA + " is not on the class path");
            return Source.of(SCHEMA, file.readAllBytes());
        }
    }

    private record Resolvers(QueryRoots query, MutationRoots mutation, TodoResolver todo) implements GraphResolvers {}

    private record Roots(TodoStore store) implements QueryRoots, MutationRoots {
        @Override
        public List<Todo> todos(Context context) throws SQLException {
            return store.all();
        }

        @Override
        public @Nullable Todo todo(UUID todoID, Context context) throws SQLException {
            return store.find(todoID);
        }

        @Override
        public Todo createTodo(TodoInput todo, Context context) throws SQLException {
            try {
                return store.create(todo);
            } catch (InvalidTodoException e) {
                throw new ClientException("BAD_USER_INPUT", String.valueOf(e.getMessage()), e);
            }
        }
    }
}
