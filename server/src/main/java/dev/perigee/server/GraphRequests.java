package dev.perigee.server;

import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs requests for their callers on the graph of now, whatever transport they came by. Thread-safe. */
final class GraphRequests {
    private final LiveGraph graph;
    private final @Nullable Authentication authentication;
    private final StoredDocuments documents;
    private final boolean explains;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /**
     * @param authentication null to leave it to the graph's own code who calls
     * @param explains whether requests may ask what the sources were asked for
     */
    GraphRequests(
            LiveGraph graph, @Nullable Authentication authentication, StoredDocuments documents, boolean explains) {
        this.graph = graph;
        this.authentication = authentication;
        this.documents = documents;
        this.explains = explains;
    }

    /**
     * Null where it is left to the graph's own code.
     *
     * @return fails with an {@link AuthenticationException} if the credentials are not accepted
     */
    CompletionStage<@Nullable Caller> callerOf(Headers headers) {
        if (authentication == null) return CompletableFuture.completedStage(null);
        return authentication.callerOf(headers).thenApply(caller -> caller);
    }

    /**
     * What the engine gets to run.
     *
     * @param allowed the kinds of operation that it may be
     * @throws HttpProblem if it is not to reach the engine
     */
    Request request(Parameters parameters, Headers headers, @Nullable Caller caller, Set<OperationType> allowed) {
        if (parameters.isExplained() && !explains) {
            throw HttpProblem.badRequest(
                    "Explanations are switched off here: leave \"explain\" out of the extensions.");
        }
        Request.Builder request = Request.builder(documents.textOf(parameters))
                .operationName(parameters.operationName())
                .variables(parameters.variables())
                .headers(headers)
                .allow(allowed)
                .explain(parameters.isExplained());
        if (caller != null) request.value(Caller.class, caller);
        Duration timeout = RequestTimeout.of(headers);
        if (timeout != null) request.timeout(timeout);
        return request.build();
    }

    /** Starts a query or mutation. Cancelling the future cancels what runs. */
    CompletableFuture<Response> start(Request request) {
        GraphVersion version = graph.enter();
        try {
            CompletableFuture<Response> running =
                    asIfOnStart(() -> version.engine().executeAsync(request));
            running.whenComplete((response, failure) -> version.leave());
            return running;
        } catch (RuntimeException | Error e) {
            version.leave();
            throw e;
        }
    }

    /** Starts an operation of any kind; its responses go to a sink. */
    Delivery deliver(Request request, @Nullable Caller caller, ResponseSink sink) {
        // A stream stays on the graph that it began with, which stays open for it.
        GraphVersion version = graph.enter();
        OperationLog log = new OperationLog(caller, request.document());
        Delivery delivery = asIfOnStart(() -> new Delivery(version.engine(), request, sink, log, version::leave));
        delivery.start();
        return delivery;
    }

    /** As from the thread that started the server: much of Java looks for drivers and the like by the thread. */
    private <T> T asIfOnStart(Supplier<T> work) {
        Thread shared = Thread.currentThread();
        ClassLoader before = shared.getContextClassLoader();
        shared.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            shared.setContextClassLoader(before);
        }
    }
}
