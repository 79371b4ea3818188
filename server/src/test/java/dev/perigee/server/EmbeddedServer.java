package dev.perigee.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perigee.data.Headers;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/** The engine in the JDK's own HTTP server, with Jackson to read requests. */
final class EmbeddedServer {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    record Body(String query, String operationName, Map<String, Object> variables) {}

    static HttpServer start(Engine engine, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/graphql", exchange -> {
            try (exchange) {
                answer(exchange, engine);
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Engine engine) throws IOException {
        Request request;
        try {
            request = request(JSON.readValue(exchange.getRequestBody(), Body.class), exchange);
        } catch (JsonProcessingException | NullPointerException e) { // no JSON, or no query in it
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        Response response = engine.execute(request);
        exchange.getResponseHeaders().set("Content-Type", "application/graphql-response+json; charset=utf-8");
        exchange.sendResponseHeaders(response.isRequestError() ? 400 : 200, response.bytes().length);
        response.writeTo(exchange.getResponseBody());
    }

    private static Request request(Body body, HttpExchange exchange) {
        return Request.builder(Objects.requireNonNull(body.query()))
                .operationName(body.operationName())
                .variables(Objects.requireNonNullElse(body.variables(), Map.of()))
                .headers(Headers.of(exchange.getRequestHeaders()))
                .build();
    }
}
