package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server of the JDK that answers by a function, and keeps what it was asked. */
final class JsonServer implements AutoCloseable {
    /** @param query of the address, null if there is none */
    record Asked(String method, String query, String body, Headers headers) {
        /** The parameters of a body, as JSON has them. */
        Map<String, Object> parameters() {
            return Data.of(ServerJson.read(body.getBytes(UTF_8)), "").asMap();
        }

        String document() {
            return query == null ? String.valueOf(parameters().get("query")) : query.replaceFirst("^query=", "");
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(UTF_8));
        }
    }

    @FunctionalInterface
    interface Handler {
        Answer answer(Asked asked) throws Exception;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private boolean isClosed;

    private JsonServer(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/graphql", exchange -> handle(exchange, handler));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static JsonServer answering(Handler handler) {
        try {
            return new JsonServer(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/graphql");
    }

    private void handle(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    decoded(exchange.getRequestURI().getRawQuery()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    exchange.getRequestHeaders());
            asked.add(request);
            Answer answer = answer(handler, request);
            exchange.getResponseHeaders().set("content-type", "application/graphql-response+json");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static String decoded(String query) {
        return query == null ? null : URLDecoder.decode(query, UTF_8);
    }

    private static Answer answer(Handler handler, Asked request) {
        try {
            return handler.answer(request);
        } catch (Exception e) {
            return Answer.of(500, e.toString());
        }
    }

    @Override
    public void close() {
        if (isClosed) return;
        isClosed = true;
        server.stop(0);
    }
}
