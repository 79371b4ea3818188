package dev.perigee.service;

import com.google.protobuf.Message;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.sql.Records;
import dev.perigee.sql.hydration.AllowedSelection;
import dev.perigee.sql.hydration.RecordSelection;
import dev.perigee.sql.statement.Condition;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages filled from a database under the selection of a request: only what is selected is read, and each relation of
 * each level in one statement for all messages. What is not selected stays as it is in an empty message. What the caller
 * may not see, by the annotations of the records, is not read: it stays empty, or the request is refused, as the rule says.
 * A selection of everything is all columns that the caller may see, and no relation.
 *
 * <p>Messages are bound to records when they are made, with all messages that they lead to; every field must have its
 * component. To be used by the thread that serves a call, which waits for the database: its deadline and its cancellation
 * reach the statements. Immutable; thread-safe.
 *
 * <pre>{@code
 * var accounts = MessageHydration.of(source.records(Account.class), AccountMessage.getDefaultInstance());
 * AccountMessage account = accounts.one(request.getId(), Selections.of(request), CallerInterceptor.caller());
 * }</pre>
 *
 * <p>Methods that read throw a {@link ClientException} of code {@code INVALID_ARGUMENT} if a selected field does not exist,
 * {@code FORBIDDEN} or {@code UNAUTHENTICATED} if a rule refuses it, and others if a limit is passed or the database is not
 * there; {@link StatusInterceptor} makes statuses of them. Any other exception is not for clients.
 */
public final class MessageHydration<R extends Record, M extends Message> {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Records<R> records;
    private final MessageShape shape;
    private final Class<M> messageClass;
    private final Duration timeout;

    private MessageHydration(Records<R> records, MessageShape shape, Class<M> messageClass, Duration timeout) {
        this.records = records;
        this.shape = shape;
        this.messageClass = messageClass;
        this.timeout = timeout;
    }

    /** As {@link #of(Records, Message, MessageMapping)}, all fields by their names. */
    public static <R extends Record, M extends Message> MessageHydration<R, M> of(Records<R> records, M prototype) {
        return of(records, prototype, MessageMapping.BY_NAME);
    }

    /**
     * @param prototype the message's default instance
     * @throws IllegalArgumentException if a message has fields that its record can't fill, with all of them, or the
     *     mapping names fields that there are not
     */
    public static <R extends Record, M extends Message> MessageHydration<R, M> of(
            Records<R> records, M prototype, MessageMapping mapping) {
        MessageShape shape = ShapeCompiler.compile(records.table(), prototype, mapping);
        @SuppressWarnings("unchecked") // the class of an instance of it
        Class<M> messageClass = (Class<M>) prototype.getClass();
        return new MessageHydration<>(records, shape, messageClass, TIMEOUT);
    }

    /** How long reading may take, 30 seconds where nothing is said; a call with an earlier deadline is over by then. */
    public MessageHydration<R, M> within(Duration timeout) {
        return new MessageHydration<>(records, shape, messageClass, timeout);
    }

    /**
     * The message of a primary key.
     *
     * @throws ClientException {@code NOT_FOUND} if there is none; see the class for others
     */
    public M one(Object key, FieldTree selected, Caller caller) {
        M found = byKey(List.of(key), selected, caller).get(key);
        if (found == null) throw new ClientException("NOT_FOUND", "There is no such " + shape.name() + ".");
        return found;
    }

    /**
     * The messages of primary keys, in their order; a key without a row is left out.
     *
     * @param keys of the class of the column's kind ({@code Long}, {@code UUID}); of several columns, lists of them
     */
    public <K> Map<K, M> byKey(Collection<K> keys, FieldTree selected, Caller caller) {
        return keyed(selected, caller, allowed -> allowed.byKey(keys));
    }

    /** As {@link #byKey}, by the unique key of a finder, such as {@code findByUsername}. */
    public <K> Map<K, M> by(String finder, Collection<K> keys, FieldTree selected, Caller caller) {
        return keyed(selected, caller, allowed -> allowed.by(finder, keys));
    }

    /** The first messages by primary key. @param most how many, at least 1 */
    public List<M> first(int most, FieldTree selected, Caller caller) {
        return where(Condition.TRUE, most, selected, caller);
    }

    /** The first messages by primary key, of those whose rows a condition chooses. @param most how many, at least 1 */
    public List<M> where(Condition condition, int most, FieldTree selected, Caller caller) {
        Filling filling = Filling.of(shape, selected, caller);
        RecordSelection read = AllowedSelection.of(filling.selection(), caller, true);
        if (read == null) return List.of();
        List<R> found = inCall(allowed -> allowed.where(condition, most), read);
        return found.stream()
                .map(one -> messageClass.cast(filling.fill(one, read)))
                .toList();
    }

    /**
     * As {@link #where}, by primary key in its order: a service that gives pages knows by the last key where the next one
     * begins, also if nobody has selected it.
     */
    public Map<Object, M> whereByKey(Condition condition, int most, FieldTree selected, Caller caller) {
        Filling filling = Filling.of(shape, selected, caller);
        RecordSelection read = AllowedSelection.of(filling.selection(), caller, true);
        if (read == null) return Map.of();
        RecordKey key = RecordKey.of(records.table());
        Map<Object, M> messages = new LinkedHashMap<>();
        for (R one : inCall(allowed -> allowed.where(condition, most), key.in(read))) {
            messages.put(key.of(one), messageClass.cast(filling.fill(one, read)));
        }
        return messages;
    }

    /** Reads records of a selection. */
    @FunctionalInterface
    private interface Reading<R extends Record, T> {
        T read(Records<R> allowed) throws Exception;
    }

    private <K> Map<K, M> keyed(FieldTree selected, Caller caller, Reading<R, Map<K, R>> reading) {
        Filling filling = Filling.of(shape, selected, caller);
        RecordSelection read = AllowedSelection.of(filling.selection(), caller, true);
        if (read == null) return Map.of();
        Map<K, M> messages = new LinkedHashMap<>();
        inCall(reading, read).forEach((key, found) -> messages.put(key, messageClass.cast(filling.fill(found, read))));
        return messages;
    }

    private <T> T inCall(Reading<R, T> reading, RecordSelection read) {
        try (GrpcRequest call = GrpcRequest.current(timeout)) {
            return reading.read(records.select(read).in(call));
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("CANCELLED", "The call was cancelled.", e);
        } catch (Exception e) {
            throw new HydrationException(shape.name(), e);
        }
    }
}
