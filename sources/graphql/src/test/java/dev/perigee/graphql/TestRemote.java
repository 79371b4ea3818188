package dev.perigee.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perigee.client.Client;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A remote server, by HTTP, that keeps what it was asked. */
final class TestRemote implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final HttpServer http;
    private final Answers answers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String query, Map<String, Object> variables, Headers headers) {}

    interface Answers {
        byte[] to(Asked asked, HttpExchange exchange) throws Exception;
    }

    TestRemote(Answers answers) throws IOException {
        this.answers = answers;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    static TestRemote of(Engine engine) throws IOException {
        return new TestRemote((asked, exchange) -> engine.execute(Request.builder(asked.query())
                        .variables(asked.variables())
                        .build())
                .bytes());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, Object> body = JSON.readValue(exchange.getRequestBody().readAllBytes(), OBJECT);
            Map<String, Object> variables =
                    body.get("variables") == null ? Map.of() : JSON.convertValue(body.get("variables"), OBJECT);
            Asked one = new Asked(String.valueOf(body.get("query")), variables, exchange.getRequestHeaders());
            if (!one.query().contains("__schema")) asked.add(one);
            byte[] answer = answers.to(one, exchange);
            if (answer.length == 0) return; // has been answered, or never will be
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    Client client() {
        return Client.connect("http://localhost:" + http.getAddress().getPort() + "/graphql");
    }

    URI uri() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/graphql");
    }

    List<Asked> asked() {
        return asked;
    }

    /** The documents that came, since the last time. */
    List<String> documents() {
        List<String> documents = asked.stream().map(Asked::query).toList();
        asked.clear();
        return documents;
    }

    static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
