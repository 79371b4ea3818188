package dev.perigee.examples.todo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.client.Client;
import dev.perigee.examples.todo.web.WebApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** The service on free ports with a database of its own, for which it is always the same moment. */
final class RunningService implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    private static final String WEB_SECRET = "8Ht0bOWx2yfV";
    private static final String MOBILE_SECRET = "pG7se13aiIt4";

    final TodoService service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    RunningService(boolean isProduction) {
        var settings = new TodoSettings(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                0,
                0,
                isProduction,
                WEB_SECRET,
                MOBILE_SECRET);
        try {
            service = TodoService.start(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The web application's server. */
    Client client() {
        return WebApp.client(service.graphUri(), WEB_SECRET);
    }

    /** The header of a client that has got a token. */
    String bearer(String client) {
        String secret = client.equals("web") ? WEB_SECRET : MOBILE_SECRET;
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> response = send(
                "POST",
                service.graphUri().resolve("/oauth/token"),
                "grant_type=client_credentials",
                "authorization",
                "Basic " + basic,
                "content-type",
                "application/x-www-form-urlencoded");
        return "Bearer " + json(response).get("access_token").textValue();
    }

    HttpResponse<String> query(String document, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "content-type";
        all[headers.length + 1] = "application/json";
        return send("POST", service.graphUri(), "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}", all);
    }

    HttpResponse<String> send(String method, URI uri, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
        service.close();
    }
}
