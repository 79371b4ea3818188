package dev.perigee.grpc;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import dev.perigee.grpc.gateway.DirectContext;
import dev.perigee.grpc.gateway.DirectMethod;
import dev.perigee.grpc.gateway.DirectMethods;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The services of a graph, called without a GraphQL document: by the same routing, with the same rules. Immutable; safe to
 * share between threads.
 *
 * <pre>{@code
 * Map<String, Object> user = source.gateway(schema).call("GetUser", Map.of("id", 1), Headers.NONE).asMap();
 * }</pre>
 */
public final class Gateway {
    private final DirectMethods methods;
    private final Function<Context, Caller> callers;
    private final Duration timeout;

    Gateway(DirectMethods methods) {
        this(methods, context -> Caller.ANONYMOUS, Duration.ofSeconds(30));
    }

    private Gateway(DirectMethods methods, Function<Context, Caller> callers, Duration timeout) {
        this.methods = methods;
        this.callers = callers;
        this.timeout = timeout;
    }

    /** Who makes a call; nobody that is known unless it is said. */
    public Gateway callers(Function<Context, Caller> callers) {
        return new Gateway(methods, callers, timeout);
    }

    /** How long calls may take; 30 seconds unless it is said. */
    public Gateway timeout(Duration timeout) {
        return new Gateway(methods, callers, timeout);
    }

    /**
     * Calls a unary method that is a field of the graph, and waits for its reply.
     *
     * @param method such as {@code acme.v1.Users/GetUser}, or {@code GetUser} if there is only one of the name
     * @param request Strings, Numbers, Booleans, Lists and Maps, as ProtoJSON has them
     * @throws ClientException if there is no such method, the request is none of it, the caller may not make it, or the call
     *     fails
     */
    public DirectReply call(String method, Map<String, ? extends @Nullable Object> request, Headers headers)
            throws InterruptedException {
        CompletableFuture<DirectReply> running = callAsync(method, request, headers);
        try {
            return running.get();
        } catch (InterruptedException e) {
            running.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("The call of " + method + " failed", e.getCause());
        }
    }

    /** As {@link #call}, without waiting. Cancelling it cancels the call. */
    public CompletableFuture<DirectReply> callAsync(
            String method, Map<String, ? extends @Nullable Object> request, Headers headers) {
        DirectContext context = new DirectContext(headers, timeout, callers);
        try {
            DirectMethod found = methods.find(method);
            CompletableFuture<byte[]> json = found.call(request, context);
            CompletableFuture<DirectReply> reply =
                    json.thenApply(bytes -> new DirectReply(bytes, context.value(ResponseHeaders.class)));
            reply.whenComplete((done, failure) -> {
                if (reply.isCancelled()) context.cancel();
            });
            return reply;
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
