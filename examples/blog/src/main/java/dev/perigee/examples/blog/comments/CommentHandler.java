package dev.perigee.examples.blog.comments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /comments?id=1,2,3}, {@code GET /comments?post=1,2,3&last=5}, {@code GET /comments?author=1,2,3&last=5} and
 * {@code POST /comments}. All ids of a query are answered at once: what a graph needs of an HTTP service to be fast.
 */
final class CommentHandler implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BODY_BYTES = 16_384;

    private final CommentStore comments;

    CommentHandler(CommentStore comments) {
        this.comments = comments;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            switch (exchange.getRequestMethod()) {
                case "GET" -> answer(exchange, 200, find(parameters(exchange)));
                case "POST" -> answer(exchange, 201, add(exchange));
                default -> answer(exchange, 405, Map.of("error", "GET or POST"));
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            answer(exchange, 400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private List<Comment> find(Map<String, String> parameters) {
        if (parameters.containsKey("id")) return comments.byId(ids(parameters, "id"));
        int last = Integer.parseInt(parameter(parameters, "last"));
        if (last < 0) throw new IllegalArgumentException("last is " + last);
        if (parameters.containsKey("post")) return comments.latestByPost(ids(parameters, "post"), last);
        return comments.latestByAuthor(ids(parameters, "author"), last);
    }

    private Comment add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
        return comments.add(
                JSON.readValue(body, NewComment.class), Instant.now().getEpochSecond());
    }

    private static void answer(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] json = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getQuery();
        if (query == null) return parameters;
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }

    private static List<Long> ids(Map<String, String> parameters, String name) {
        return Arrays.stream(parameter(parameters, name).split(","))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    private static String parameter(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) throw new IllegalArgumentException("Parameter " + name + " is missing");
        return value;
    }
}
