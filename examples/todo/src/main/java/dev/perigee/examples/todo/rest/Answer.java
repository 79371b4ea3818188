package dev.perigee.examples.todo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import dev.perigee.server.AuthenticationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param challenge the value of {@code WWW-Authenticate}, null where nobody is refused
 */
record Answer(int status, JsonNode body, @Nullable String challenge) {
    static Answer of(int status, JsonNode body) {
        return new Answer(status, body, null);
    }

    static Answer problem(int status, String message) {
        return of(status, error(message));
    }

    static Answer refusal(AuthenticationException refused) {
        return new Answer(refused.status(), error(String.valueOf(refused.getMessage())), refused.challenge());
    }

    private static JsonNode error(String message) {
        return JsonNodeFactory.instance.objectNode().put("error", message);
    }

    void write(HttpExchange exchange) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (challenge != null) exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
