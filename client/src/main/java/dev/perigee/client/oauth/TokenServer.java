package dev.perigee.client.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.perigee.client.http.Address;
import dev.perigee.client.http.HttpTransport;
import dev.perigee.client.http.Outgoing;
import dev.perigee.client.http.Reply;
import dev.perigee.language.OperationType;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes Nimbus's requests to a token server, over the HTTP that operations take. Thread-safe. */
final class TokenServer {
    private static final int MAX_REPLY_BYTES = 1 << 20;

    private final HttpClient http;
    private final Duration timeout;

    TokenServer(HttpClient http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    CompletableFuture<Reply> post(HTTPRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, List<String>> all = request.getHeaderMap();
        all.forEach((name, values) -> headers.put(name, values.getFirst()));
        headers.put("Accept", "application/json");
        return send(request.getURI(), request.getBody().getBytes(UTF_8), headers, null);
    }

    CompletableFuture<Reply> get(URI uri) {
        return send(uri, new byte[0], Map.of("Accept", "application/json"), "");
    }

    private CompletableFuture<Reply> send(URI uri, byte[] body, Map<String, String> headers, @Nullable String query) {
        long deadline = System.nanoTime() + timeout.toNanos();
        return new HttpTransport(http, new Address(uri), MAX_REPLY_BYTES)
                .send(new Outgoing(OperationType.QUERY, body, headers, deadline, query, false));
    }

    /** As Nimbus reads it. */
    static HTTPResponse response(Reply reply) {
        HTTPResponse response = new HTTPResponse(reply.status());
        reply.headers().firstValue("content-type").ifPresent(type -> response.setHeader("Content-Type", type));
        response.setBody(new String(reply.body(), UTF_8));
        return response;
    }
}
