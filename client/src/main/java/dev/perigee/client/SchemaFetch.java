package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.http.Cancelling;
import dev.perigee.client.http.Outgoing;
import dev.perigee.client.http.Reply;
import dev.perigee.client.http.Transport;
import dev.perigee.language.OperationType;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.IntrospectionFeature;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for its schema. By GET, as only answers to that have tags; by POST where that does not do. First for all
 * that introspection has by now; a server that refuses is asked what it has of it, and then for that. Thread-safe.
 */
final class SchemaFetch {
    private static final Operation<Set<IntrospectionFeature>> WHAT_THERE_IS = IntrospectionFeatures.operation();
    private static final Operation<Map<String, @Nullable Object>> ALL = Operation.of(Introspection.query());

    private final Transport transport;
    private final Address address;
    private final Map<String, String> headers;
    private final ReplyReader replies;
    private final Scalars scalars;
    private final Duration timeout;
    private volatile boolean isByPost;
    private volatile Set<IntrospectionFeature> features = EnumSet.allOf(IntrospectionFeature.class);

    SchemaFetch(Transport transport, ClientBuilder settings, ReplyReader replies) {
        this.transport = transport;
        this.address = settings.address();
        this.headers = Map.copyOf(settings.headers());
        this.replies = replies;
        this.scalars = settings.scalars();
        this.timeout = settings.timeout();
    }

    /** @param body what the server has sent, null if nothing has changed */
    record Answer(FetchedSchema fetched, byte @Nullable [] body) {}

    /** @param known what was fetched before */
    CompletableFuture<Answer> fetch(@Nullable FetchedSchema known) {
        return fetch(known, System.nanoTime() + timeout.toNanos());
    }

    private CompletableFuture<Answer> fetch(@Nullable FetchedSchema known, long deadline) {
        return Cancelling.compose(ask(known, deadline), reply -> {
            if (!isByPost && !isAnswerToGet(reply)) {
                isByPost = true;
                return fetch(known, deadline);
            }
            if (isRefused(reply)) return askWhatThereIs(deadline, replies.refusal(reply));
            return CompletableFuture.completedFuture(answer(reply, known));
        });
    }

    private CompletableFuture<Reply> ask(@Nullable FetchedSchema known, long deadline) {
        Map<String, String> conditional = new LinkedHashMap<>(headers);
        if (known != null && known.etag() != null) conditional.put("if-none-match", known.etag());
        String document = Introspection.query(features).replaceAll("\\s+", " "); // for an address every byte counts
        return transport.send(outgoing(document, conditional, deadline, !isByPost));
    }

    private Outgoing outgoing(String document, Map<String, String> headers, long deadline, boolean isByGet) {
        Parameters parameters = Parameters.withText(Operation.of(document), new Prepared(null, Map.of()));
        return new Outgoing(OperationType.QUERY, parameters.json(), headers, deadline)
                .withQuery(isByGet ? parameters.query() : null);
    }

    /** Anything else may be said of GET, not of the question. */
    private boolean isAnswerToGet(Reply reply) {
        return reply.status() == 304
                || reply.status() == 401
                || reply.status() == 403
                || (reply.status() == 200
                        && ReplyReader.isJson(reply)
                        && replies.refusal(reply).isEmpty());
    }

    /** Of those who may not ask, nothing more is to be learned. */
    private boolean isRefused(Reply reply) {
        return reply.status() != 401
                && reply.status() != 403
                && !replies.refusal(reply).isEmpty();
    }

    private CompletableFuture<Answer> askWhatThereIs(long deadline, List<GraphqlError> reasons) {
        Outgoing question = outgoing(WHAT_THERE_IS.document(), headers, deadline, !isByPost);
        return Cancelling.compose(transport.send(question), reply -> {
            if (!replies.refusal(reply).isEmpty()) throw refused(reply.status(), reasons);
            Set<IntrospectionFeature> found =
                    replies.result(reply, WHAT_THERE_IS).orThrow();
            if (found.equals(features)) throw refused(reply.status(), reasons); // it is not for what it does not know
            features = found;
            return Cancelling.compose(
                    ask(null, deadline), second -> CompletableFuture.completedFuture(answer(second, null)));
        });
    }

    private Answer answer(Reply reply, @Nullable FetchedSchema known) {
        if (reply.status() == 304 && known != null) return new Answer(known.confirmed(), null);
        String etag = reply.headers().firstValue("etag").orElse(null);
        String hash = Parameters.sha256(reply.body());
        if (known != null && known.hash().equals(hash)) return new Answer(known.confirmed(), null);
        Schema schema = schema(reply, replies.result(reply, ALL).orThrow());
        return new Answer(new FetchedSchema(schema, etag, hash, System.nanoTime()), reply.body());
    }

    private Schema schema(Reply reply, Map<String, @Nullable Object> data) {
        try {
            return IntrospectionResult.toSchema(data, scalars.byName());
        } catch (SchemaException e) {
            String reason = Shown.line(String.valueOf(e.getMessage()), 500);
            throw new TransportException(
                    address + " tells of a schema that is not valid: " + reason, reply.status(), true, e);
        }
    }

    private RequestErrorException refused(int status, List<GraphqlError> reasons) {
        return new RequestErrorException(
                address
                        + " does not tell its schema. Give the client a file of it (schemaFile), or work without. It"
                        + " says: ",
                reasons,
                status);
    }
}
