package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.http.Cancelling;
import dev.perigee.client.http.Transport;
import dev.perigee.client.stream.Subscriptions;
import dev.perigee.schema.Schema;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
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
    private final Subscriptions subscriptions;
    private final Address address;
    private final Scalars scalars;
    private final RecordMapper records;
    private final ReplyReader replies;
    private final DocumentSender sender;
    private final RemoteSchema remote;
    private final @Nullable Duration refreshAfter;
    private final int maxReplyBytes;
    private volatile @Nullable Schema schema;
    private volatile Preparation preparation;

    Client(ClientBuilder settings, Transport transport, Subscriptions subscriptions) {
        this.transport = transport;
        this.subscriptions = subscriptions;
        this.address = settings.address();
        this.scalars = settings.scalars();
        this.records = new RecordMapper(scalars);
        this.replies = new ReplyReader(address, records);
        this.sender = new DocumentSender(transport, settings, replies);
        this.refreshAfter = settings.refreshAfter();
        this.maxReplyBytes = settings.maxReplyBytes();
        SchemaFetch fetch = new SchemaFetch(transport, settings, replies);
        this.remote = new RemoteSchema(fetch, settings.schemaCache(), this::know);
        this.schema = settings.schema();
        this.preparation = schema == null ? new WithoutSchema(scalars) : new OperationCheck(schema, scalars);
    }

    /** With no more than an address; {@link #builder} for all else. Nothing is sent yet. */
    public static Client connect(String uri) {
        return builder(URI.create(uri)).build();
    }

    /** @throws IllegalArgumentException if it is not the address of an HTTP server, or has credentials in it */
    public static ClientBuilder builder(URI uri) {
        return new ClientBuilder(uri);
    }

    /** What operations are checked against; null as long as it was neither given nor fetched. */
    public @Nullable Schema schema() {
        return schema;
    }

    private void know(Schema fetched) {
        preparation = new OperationCheck(fetched, scalars);
        schema = fetched;
    }

    /**
     * The server's schema, against which operations are checked from now on. The server is asked for it by introspection
     * once; then this is the schema that it has told of, until {@link #refreshSchema}. With {@link
     * ClientBuilder#schemaCache} it is not asked even once if the file has it.
     *
     * @throws RequestErrorException if the server does not tell
     * @throws TransportException if there is no answer, or none that is a schema
     */
    public Schema fetchSchema() {
        return await(fetchSchemaAsync());
    }

    /** As {@link #fetchSchema}. Who asks at the same time shares one request. */
    public CompletableFuture<Schema> fetchSchemaAsync() {
        return remote.get();
    }

    /**
     * Asks the server whether its schema is still the same, by the {@code ETag} that it had if the server has those, and
     * checks operations against the new one if it is not.
     *
     * @throws GraphqlException as {@link #fetchSchema}; the schema of before then goes on to be the one
     */
    public Schema refreshSchema() {
        return await(refreshSchemaAsync());
    }

    /** As {@link #refreshSchema}. Who asks at the same time shares one request. */
    public CompletableFuture<Schema> refreshSchemaAsync() {
        return remote.refresh();
    }

    /**
     * Runs a query or mutation and waits for its result. A thread that is interrupted stops waiting, cancels the request,
     * and stays interrupted.
     *
     * @throws GraphqlException if there is none; errors of execution are in the result
     */
    public <T> Result<T> execute(Operation<T> operation) {
        return await(executeAsync(operation));
    }

    /** As {@link #execute}; what that throws is what the future fails with. Cancelling the future cancels the request. */
    public <T> CompletableFuture<Result<T>> executeAsync(Operation<T> operation) {
        return Cancelling.compose(
                prepared(operation),
                prepared -> Cancelling.compose(
                        sender.send(operation, prepared, Delivery.WHOLE),
                        reply -> CompletableFuture.completedFuture(replies.result(reply, operation))));
    }

    /**
     * Runs a query or mutation, and gives the elements of one list of its data while they arrive: none of them is kept, and
     * no more is received than is read. Whatever else is selected is skipped. To be closed; read by one thread. Between two
     * elements, the server may take as long as the operation's timeout.
     *
     * <p>What {@link #execute} throws is thrown here, or by the stream once the answer has got so far. Errors of execution
     * are thrown behind the last element, as an {@link ExecutionErrorsException} without data. {@link
     * ClientBuilder#maxReplyBytes} holds for each element.
     *
     * @param path response names from the root of the data to the list, such as {@code todos.nodes}
     * @param type what an element is read as; see {@link Operation#as(Class)}
     */
    public <T> Stream<T> stream(Operation<?> operation, String path, Class<T> type) {
        return stream(operation, path, (value, at) -> records.read(value, at, type));
    }

    /** As {@link #stream(Operation, String, Class)}, with a reader for the elements. */
    public <T> Stream<T> stream(Operation<?> operation, String path, ValueReader<T> reader) {
        List<String> names = List.of(path.split("\\.", -1));
        return await(Cancelling.compose(
                        prepared(operation),
                        prepared -> Cancelling.compose(
                                sender.send(operation, prepared, Delivery.STREAMED),
                                reply -> CompletableFuture.completedFuture(
                                        replies.elements(reply, maxReplyBytes, names, reader)))))
                .stream();
    }

    /**
     * A subscription: one result for each event, as many as the subscriber asks for. Nothing is sent before somebody
     * subscribes, and each who does gets a subscription of its own; cancelling it ends it at the server, too. Signals come on a
     * virtual thread that may be blocked. A refusal is a {@link RequestErrorException}, a lost connection a
     * {@link TransportException}. The timeout of client and operation is not for the events: see
     * {@link SubscriptionSettings.Times}.
     *
     * @throws InvalidOperationException if it does not fit the schema
     */
    public <T> Flow.Publisher<Result<T>> subscribe(Operation<T> operation) {
        Prepared prepared = preparation.prepare(operation);
        Flow.Publisher<byte[]> payloads = subscriptions.subscribe(sender.outgoing(operation, prepared));
        return subscriber -> payloads.subscribe(new ResultMapper<>(subscriber, operation, replies));
    }

    /**
     * A subscription for a thread that waits: {@link #subscribe} at once, one event asked for at a time. The stream is to be
     * closed, which ends the subscription. Waiting ends with the {@link GraphqlException} that ends the subscription, or when the
     * thread is interrupted, as a {@link TransportException}.
     *
     * <pre>{@code
     * try (Stream<Result<Order>> orders = client.events(newOrders)) {
     *     orders.forEach(order -> print(order.orThrow()));
     * }
     * }</pre>
     */
    public <T> Stream<Result<T>> events(Operation<T> operation) {
        EventIterator<T> events = new EventIterator<>();
        subscribe(operation).subscribe(events);
        return events.stream();
    }

    /** Before an operation is refused, a schema that may be outdated is asked for again, where that is wanted. */
    private CompletableFuture<Prepared> prepared(Operation<?> operation) {
        try {
            return CompletableFuture.completedFuture(preparation.prepare(operation));
        } catch (InvalidOperationException e) {
            if (refreshAfter == null || !remote.isOlderThan(refreshAfter)) return CompletableFuture.failedFuture(e);
            // If there is none to be had, the one that there is refuses it once more.
            return remote.refresh().handle((schema, failure) -> preparation.prepare(operation));
        }
    }

    private <T> T await(CompletableFuture<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(address + ": interrupted while waiting for the answer.", 0, true, e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        transport.close();
    }
}
