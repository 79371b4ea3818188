package dev.perigee.client.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** HTTP by the JDK's client. */
public final class HttpTransport implements Transport {
    private static final String ACCEPT = "application/graphql-response+json, application/json;q=0.9";
    private static final byte[] NOTHING = {};

    private final HttpClient http;
    private final Address address;
    private final int maxReplyBytes;

    /** @param maxReplyBytes longest body of a reply that is not streamed */
    public HttpTransport(HttpClient http, Address address, int maxReplyBytes) {
        this.http = http;
        this.address = address;
        this.maxReplyBytes = maxReplyBytes;
    }

    @Override
    public CompletableFuture<Reply> send(Outgoing request) {
        Duration given = request.remaining();
        if (!given.isPositive()) return CompletableFuture.failedFuture(Failures.tooLate(address));
        CompletableFuture<HttpResponse<Reply>> exchange =
                http.sendAsync(httpRequest(request), info -> body(info, request.isStreamed(), given));
        CompletableFuture<HttpResponse<Reply>> answered = new CompletableFuture<>();
        exchange.whenComplete((response, failure) -> {
            if (failure != null) answered.completeExceptionally(failure);
            else answered.complete(response);
        });
        // Not the timeout of the JDK's request, which is content with the head of an answer.
        answered.orTimeout(given.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Reply> reply = answered.handle((response, failure) -> {
            if (failure == null) return response.body();
            exchange.cancel(true);
            throw Failures.of(failure, address, given);
        });
        return Cancelling.link(reply, exchange);
    }

    private HttpRequest httpRequest(Outgoing request) {
        String query = request.query();
        HttpRequest.Builder builder = HttpRequest.newBuilder(query == null ? address.uri() : address.withQuery(query));
        builder.header("accept", ACCEPT);
        if (query == null) {
            builder.header("content-type", "application/json").POST(BodyPublishers.ofByteArray(request.body()));
        }
        Headers.set(builder, request.headers());
        return builder.build();
    }

    private BodySubscriber<Reply> body(ResponseInfo info, boolean isStreamed, Duration patience) {
        if (isStreamed && info.statusCode() / 100 == 2) {
            return BodySubscribers.mapping(
                    new StreamedBody(address, patience),
                    stream -> new Reply(info.statusCode(), info.headers(), NOTHING, stream));
        }
        return BodySubscribers.mapping(
                new BoundedBody(info, address, maxReplyBytes),
                bytes -> new Reply(info.statusCode(), info.headers(), bytes));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
