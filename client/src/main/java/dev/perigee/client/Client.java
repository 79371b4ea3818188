package dev.perigee.client;

import dev.perigee.client.http.Outgoing;
import dev.perigee.client.http.Transport;
import dev.perigee.client.stream.Subscriptions;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.OperationDefinition;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A client of one GraphQL server. With the server's schema, it refuses wrong operations and variables before anything is
 * sent. Safe to use from any thread; to be closed when no longer needed.
 *
 * <pre>{@code
 * try (Client client = Client.connect("http://localhost:8080/graphql")) {
 *     client.fetchSchema();
 *     Result<Map<String, Object>> result = client.execute(Operation.of("{ todos { title } }"));
 * }
 * }</pre>
 */
public final class Client implements AutoCloseable {
    private final Transport transport;
    private final @Nullable Subscriptions subscriptions;
    private final Map<String, String> headers;
    private final Duration timeout;
    private volatile @Nullable Schema schema;

    Client(ClientBuilder settings, Transport transport, @Nullable Subscriptions subscriptions) {
        this.transport = transport;
        this.subscriptions = subscriptions;
        this.headers = Map.copyOf(settings.headers());
        this.timeout = settings.timeout();
        this.schema = settings.schema();
    }

    /** With no more than an address; {@link #builder} for all else. Nothing is sent yet. */
    public static Client connect(String uri) {
        return builder(URI.create(uri)).build();
    }

    public static ClientBuilder builder(URI uri) {
        return new ClientBuilder(uri);
    }

    /** What operations are checked against; null as long as it was neither given nor fetched. */
    public @Nullable Schema schema() {
        return schema;
    }

    /** Asks the server for its schema, and checks operations against it from now on. */
    public Schema fetchSchema() {
        Result<Map<String, @Nullable Object>> result = execute(Operation.of(Introspection.query()));
        Schema fetched = IntrospectionResult.toSchema(result.orThrow());
        schema = fetched;
        return fetched;
    }

    /**
     * Runs a query or mutation and waits for its result.
     *
     * @throws GraphqlException if there is none; errors of execution are in the result
     */
    public <T> Result<T> execute(Operation<T> operation) {
        try {
            return executeAsync(operation).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof GraphqlException known) throw known;
            throw e;
        }
    }

    /** As {@link #execute}. Cancelling the future cancels the request. */
    public <T> CompletableFuture<Result<T>> executeAsync(Operation<T> operation) {
        return transport
                .send(outgoing(operation))
                .thenApply(reply -> ReplyReader.result(reply.body(), reply.status(), operation));
    }

    /** A subscription: one result for each event, as many as the subscriber asks for. Cancelling it ends it at the server. */
    public <T> Flow.Publisher<Result<T>> subscribe(Operation<T> operation) {
        if (subscriptions == null) throw new IllegalStateException("This client has no subscriptions");
        Flow.Publisher<byte[]> payloads = subscriptions.subscribe(outgoing(operation));
        return subscriber -> payloads.subscribe(new ResultMapper<>(subscriber, operation));
    }

    private Outgoing outgoing(Operation<?> operation) {
        Schema known = schema;
        OperationDefinition definition = known == null ? null : new OperationCheck(known).check(operation);
        long nanos = (operation.timeout() == null ? timeout : operation.timeout()).toNanos();
        return new Outgoing(
                definition == null ? null : definition.operation(),
                body(operation),
                headers(operation),
                System.nanoTime() + nanos);
    }

    private Map<String, String> headers(Operation<?> operation) {
        if (headers.isEmpty()) return operation.headers();
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(operation.headers());
        return all;
    }

    private static byte[] body(Operation<?> operation) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("query", operation.document());
        if (operation.name() != null) body.put("operationName", operation.name());
        if (!operation.variables().isEmpty()) body.put("variables", operation.variables());
        JsonWriter json = new JsonWriter();
        json.writeValue(body);
        return json.toByteArray();
    }

    @Override
    public void close() {
        if (subscriptions != null) subscriptions.close();
        transport.close();
    }
}
