package dev.perigee.client;

import dev.perigee.data.ClientException;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A graph of things to do, served by Perigee on a free port. */
final class TodoGraph {
    static final String SDL = """
        scalar UUID
        scalar Instant
        enum State { OPEN DONE }
        "Something to do."
        type Todo { id: UUID! title: String! state: State! due: Instant tags: [String!]! hours: Float }
        type Page { nodes: [Todo!]! total: Int! broken: String }
        input TodoInput { title: String!, state: State = OPEN, due: Instant, tags: [String!] }
        input Filter @oneOf { id: UUID, title: String }
        type Query {
          todos(first: Int = 2): Page!
          todo(id: UUID!): Todo
          find(by: Filter!): [Todo!]!
          broken: String
          echo(input: TodoInput!): String!
          when(at: Instant, all: [[Instant!]]): String!
        }
        type Mutation { create(todo: TodoInput!): Todo! }
        """;

    static final UUID FIRST = new UUID(0, 0);

    static final Coercion UUIDS = new Coercion() {
        @Override
        public Object coerceInput(Object value) {
            try {
                if (value instanceof String text) return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new CoercionException("\"" + value + "\" is not a UUID.");
            }
            throw new CoercionException("A UUID is a string.");
        }

        @Override
        public Object coerceResult(Object value) {
            if (value instanceof UUID) return value.toString();
            throw new CoercionException(value + " is not a UUID.");
        }
    };

    /** Sent as seconds, so that it shows whether the coercion or a default has written it. */
    static final Coercion INSTANTS = new Coercion() {
        @Override
        public Object coerceInput(Object value) {
            try {
                if (value instanceof String text) return Instant.parse(text.replace("at ", ""));
            } catch (DateTimeParseException e) {
                throw new CoercionException("\"" + value + "\" is no point in time.");
            }
            throw new CoercionException("A point in time is a string.");
        }

        @Override
        public Object coerceResult(Object value) {
            if (value instanceof Instant) return "at " + value;
            throw new CoercionException(value + " is no point in time.");
        }
    };

    record Todo(UUID id, String title, String state, Instant due, List<String> tags, Double hours) {}

    private TodoGraph() {}

    static Schema schema() {
        return SchemaReader.from(Source.of("todo.graphqls", SDL))
                .scalar("UUID", UUIDS)
                .scalar("Instant", INSTANTS)
                .read();
    }

    static Engine engine() {
        Wiring wiring = Wiring.builder()
                .query("todos", (arguments, context) -> page(arguments.integer("first")))
                .query("todo", (arguments, context) -> todo(0))
                .query("find", (arguments, context) -> List.of(todo(1)))
                .query("broken", (arguments, context) -> {
                    throw new ClientException("BROKEN", "It is broken.");
                })
                .query("echo", (arguments, context) -> arguments.asMap().toString())
                .query("when", (arguments, context) -> arguments.asMap().toString())
                .mutation("create", (arguments, context) -> todo(7))
                .function("Page.broken", (page, arguments, context, info) -> {
                    throw new ClientException("BROKEN", "The page is broken.");
                })
                .build();
        return Engine.builder(schema()).wiring(wiring).build();
    }

    private static Map<String, Object> page(int first) {
        return Map.of(
                "nodes", IntStream.range(0, first).mapToObj(TodoGraph::todo).toList(), "total", first);
    }

    private static Todo todo(int i) {
        return new Todo(
                new UUID(0, i), "Title " + i, i % 2 == 0 ? "OPEN" : "DONE", Instant.EPOCH, List.of("a", "b"), 1.5);
    }

    static GraphServer serve() {
        try {
            return GraphServer.builder(engine()).port(0).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
