package dev.perigee.client.http;

import dev.perigee.client.TransportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** HTTP by the JDK's client. */
public final class HttpTransport implements Transport {
    private final HttpClient http;
    private final URI uri;

    public HttpTransport(HttpClient http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(request.remaining())
                .header("content-type", "application/json")
                .header("accept", "application/graphql-response+json, application/json;q=0.9")
                .POST(BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::setHeader);
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(builder.build(), BodyHandlers.ofByteArray());
        return sent.handle((response, failure) -> {
            if (failure != null) throw new TransportException(uri + ": " + failure.getMessage(), 0, true, failure);
            return new Reply(response.statusCode(), response.headers(), response.body());
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
