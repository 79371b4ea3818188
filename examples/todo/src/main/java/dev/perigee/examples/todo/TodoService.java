package dev.perigee.examples.todo;

import dev.perigee.examples.todo.model.TodoStore;
import dev.perigee.examples.todo.rest.RestApi;
import dev.perigee.server.Authentication;
import dev.perigee.server.GraphServer;
import dev.perigee.server.auth.JwtAuthentication;
import dev.perigee.server.auth.SecretHash;
import dev.perigee.server.auth.TokenClient;
import dev.perigee.server.auth.TokenEndpoint;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;

/** Todos for mobile clients by REST, as ever, and for the web application's server by GraphQL. */
public final class TodoService implements AutoCloseable {
    private static final String GRAPH_SCOPE = "todos:graph";
    private static final String REST_SCOPE = "todos:rest";

    private final JdbcConnectionPool database;
    private final GraphServer graph;
    private final RestApi rest;
    private final AtomicLong graphRequests;

    private TodoService(JdbcConnectionPool database, GraphServer graph, RestApi rest, AtomicLong graphRequests) {
        this.database = database;
        this.graph = graph;
        this.rest = rest;
        this.graphRequests = graphRequests;
    }

    /** Serves until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        try {
            TodoSettings settings = TodoSettings.of(List.of(arguments), System.getenv());
            serve(start(settings, Clock.systemUTC()), settings);
        } catch (IllegalArgumentException | BindException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(TodoService service, TodoSettings settings) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            System.out.println("The graph was asked " + service.graphRequests() + " times.");
        }));
        if (!settings.isProduction())
            System.out.println("Playground at " + service.graph.uri().resolve("playground"));
        System.out.println("REST at " + service.restUri());
        System.out.println(Both.READY + service.graphUri());
    }

    static TodoService start(TodoSettings settings, Clock clock) throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create(settings.database(), "sa", "");
        TodoStore store = new TodoStore(database, clock);
        TokenEndpoint tokens = TokenEndpoint.builder()
                .client(client("web", settings.webSecret(), GRAPH_SCOPE))
                .client(client("mobile", settings.mobileSecret(), REST_SCOPE))
                .build();
        AtomicLong graphRequests = new AtomicLong();
        Authentication programs = callers(tokens, GRAPH_SCOPE);
        var graph = GraphServer.builder(TodoGraph.engine(store, clock))
                .port(settings.port())
                .tokenEndpoint(tokens)
                .authentication(headers -> {
                    graphRequests.incrementAndGet();
                    return programs.callerOf(headers);
                });
        if (!settings.isProduction()) graph.graphiql("/playground");
        RestApi rest = RestApi.start(store, callers(tokens, REST_SCOPE), settings.restPort());
        try {
            return new TodoService(database, graph.start(), rest, graphRequests);
        } catch (IOException e) {
            rest.close();
            throw e;
        }
    }

    private static TokenClient client(String id, String secret, String scope) {
        return new TokenClient(id, SecretHash.of(secret), Set.of(scope), Set.of(), "", Duration.ofMinutes(15));
    }

    /** Those with a token for one of the two APIs, and nobody else. */
    private static Authentication callers(TokenEndpoint tokens, String scope) {
        return JwtAuthentication.builder(tokens)
                .anonymous(false)
                .requiredScope(scope)
                .build();
    }

    URI graphUri() {
        return graph.uri().resolve("graphql");
    }

    URI restUri() {
        return rest.uri();
    }

    /** How many requests have arrived at the graph, whatever has become of them. */
    long graphRequests() {
        return graphRequests.get();
    }

    @Override
    public void close() {
        rest.close();
        graph.close();
        database.dispose();
    }
}
