package dev.perigee.examples.todo.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perigee.data.Headers;
import dev.perigee.examples.todo.model.InvalidTodoException;
import dev.perigee.examples.todo.model.Todo;
import dev.perigee.examples.todo.model.TodoStore;
import dev.perigee.server.Authentication;
import dev.perigee.server.AuthenticationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code GET /todos}, {@code GET /todos/<id>} and {@code POST /todos}, for who has a token for them. */
public final class RestApi implements AutoCloseable {
    private static final String PATH = "/todos";
    private static final int MAX_BODY_BYTES = 64 << 10;

    private static final System.Logger LOG = System.getLogger(RestApi.class.getName());

    private final TodoStore store;
    private final Authentication callers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private RestApi(TodoStore store, Authentication callers, HttpServer server) {
        this.store = store;
        this.callers = callers;
        this.server = server;
    }

    /** @param port 0 for any that is free */
    public static RestApi start(TodoStore store, Authentication callers, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        RestApi api = new RestApi(store, callers, server);
        server.createContext(PATH, api::serve);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    /** Where the todos are. */
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).write(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            callers.callerOf(Headers.of(exchange.getRequestHeaders()))
                    .toCompletableFuture()
                    .join();
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            return switch (exchange.getRequestMethod()) {
                case "GET" -> name.isEmpty() ? Answer.of(200, TodoJson.of(store.all())) : one(name);
                case "POST" -> name.isEmpty() ? create(exchange) : notAllowed(exchange, "GET");
                default -> notAllowed(exchange, name.isEmpty() ? "GET, POST" : "GET");
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof AuthenticationException refused) return Answer.refusal(refused);
            throw e;
        } catch (InvalidTodoException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.ERROR, "The store fails", e);
            return Answer.problem(500, "The store fails.");
        }
    }

    private static Answer notAllowed(HttpExchange exchange, String allowed) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return Answer.problem(405, "Here is only: " + allowed + ".");
    }

    private Answer one(String name) throws SQLException {
        try {
            Todo todo = store.find(UUID.fromString(name.substring(1)));
            if (todo != null) return Answer.of(200, TodoJson.of(todo));
        } catch (IllegalArgumentException e) {
            // nothing has such a name
        }
        return Answer.problem(404, "There is no such todo.");
    }

    private Answer create(HttpExchange exchange) throws IOException, SQLException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (body.length > MAX_BODY_BYTES)
            return Answer.problem(413, "A todo is no longer than " + MAX_BODY_BYTES + " bytes.");
        return Answer.of(201, TodoJson.of(store.create(TodoJson.input(body))));
    }
}
