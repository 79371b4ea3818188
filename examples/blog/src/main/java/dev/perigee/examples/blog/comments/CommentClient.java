package dev.perigee.examples.blog.comments;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls the comment service: with the deadline of the request, and without a thread that waits for the answer. */
public final class CommentClient implements AutoCloseable {
    /** The most ids of one request: they stand in its address, and addresses have a limit. */
    static final int MAX_IDS = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    /** @param service where it is, such as {@code http://localhost:8081/comments} */
    public CommentClient(URI service) {
        this.service = service;
    }

    static String commaSeparated(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(joining(","));
    }

    /** Comments by a query such as {@code post=1,2,3&last=5}. The future may be cancelled, and the request with it. */
    CompletableFuture<List<Comment>> get(String query, Context context) {
        var request = HttpRequest.newBuilder(URI.create(service + "?" + query))
                .timeout(timeout(context))
                .build();
        return http.sendAsync(request, ofByteArray())
                .thenApply(response -> read(response, new TypeReference<List<Comment>>() {}))
                .exceptionally(CommentClient::explain);
    }

    /** The comment as the service has it from now on. */
    Comment add(NewComment comment, Context context) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service)
                .timeout(timeout(context))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(comment)))
                .build();
        try {
            return read(http.send(request, ofByteArray()), new TypeReference<>() {});
        } catch (ConnectException e) {
            throw unreachable();
        }
    }

    /** What is left for the request; a client does not take no time at all. */
    private static Duration timeout(Context context) {
        Duration remaining = context.remaining();
        return remaining.isZero() ? Duration.ofNanos(1) : remaining;
    }

    private static <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("Status " + response.statusCode() + " from " + response.uri());
        }
        try {
            return JSON.readValue(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("No comments, but something else, from " + response.uri(), e);
        }
    }

    private static <T> T explain(Throwable failure) {
        if (failure.getCause() instanceof ConnectException) throw unreachable();
        throw new CompletionException(failure);
    }

    private static ClientException unreachable() {
        return new ClientException("SERVICE_UNAVAILABLE", "The comment service can't be reached.");
    }

    /** Where it calls. */
    @Override
    public String toString() {
        return service.toString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
