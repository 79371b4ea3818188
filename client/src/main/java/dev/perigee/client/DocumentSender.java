package dev.perigee.client;

import dev.perigee.client.http.Cancelling;
import dev.perigee.client.http.Headers;
import dev.perigee.client.http.Outgoing;
import dev.perigee.client.http.Reply;
import dev.perigee.client.http.Transport;
import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends operations in the form that a client has for its documents. Thread-safe. */
final class DocumentSender {
    /** What servers and proxies take as an address; a longer one goes by POST. */
    private static final int MAX_QUERY_CHARACTERS = 4_000;

    private final Transport transport;
    private final Map<String, String> headers;
    private final DocumentForm form;
    private final Duration timeout;
    private final ReplyReader replies;
    private volatile boolean knowsNoHashes;

    DocumentSender(Transport transport, ClientBuilder settings, ReplyReader replies) {
        this.transport = transport;
        this.headers = Headers.merge(settings.headers(), Map.of());
        this.form = settings.documents();
        this.timeout = settings.timeout();
        this.replies = replies;
    }

    /** Sends a query or mutation. */
    CompletableFuture<Reply> send(Operation<?> operation, Prepared prepared, Delivery delivery) {
        long deadline = deadline(operation);
        if (!(form instanceof DocumentForm.Hashed hashed) || knowsNoHashes) {
            return transport.send(outgoing(operation, prepared, deadline, delivery));
        }
        Parameters hash = Parameters.withHash(operation, prepared);
        String query = hashed.byGet() && prepared.type() == OperationType.QUERY ? hash.query() : null;
        Outgoing first = outgoing(operation, prepared, hash, deadline, delivery)
                .withQuery(query == null || query.length() > MAX_QUERY_CHARACTERS ? null : query);
        return Cancelling.compose(transport.send(first), reply -> {
            if (!asksForText(reply)) return CompletableFuture.completedFuture(reply);
            Parameters text = knowsNoHashes
                    ? Parameters.withText(operation, prepared)
                    : Parameters.withTextAndHash(operation, prepared);
            return transport.send(outgoing(operation, prepared, text, deadline, delivery));
        });
    }

    /** A request that says it all by itself. */
    Outgoing outgoing(Operation<?> operation, Prepared prepared) {
        return outgoing(operation, prepared, deadline(operation), Delivery.WHOLE);
    }

    private Outgoing outgoing(Operation<?> operation, Prepared prepared, long deadline, Delivery delivery) {
        Parameters parameters = switch (form) {
            case DocumentForm.Text text -> Parameters.withText(operation, prepared);
            case DocumentForm.Hashed hashed -> Parameters.withText(operation, prepared);
            case DocumentForm.Trusted trusted -> Parameters.withId(idOf(operation, trusted), operation, prepared);
            case DocumentForm.TrustedByHash byHash ->
                Parameters.withId("sha256:" + Parameters.hashOf(operation), operation, prepared);
        };
        return outgoing(operation, prepared, parameters, deadline, delivery);
    }

    private Outgoing outgoing(
            Operation<?> operation, Prepared prepared, Parameters parameters, long deadline, Delivery delivery) {
        return new Outgoing(
                prepared.type(),
                parameters.json(),
                Headers.merge(headers, operation.headers()),
                deadline,
                null,
                delivery == Delivery.STREAMED);
    }

    private long deadline(Operation<?> operation) {
        Duration given = operation.timeout();
        return System.nanoTime() + (given == null ? timeout : given).toNanos();
    }

    private static String idOf(Operation<?> operation, DocumentForm.Trusted trusted) {
        String id = trusted.ids().get(operation.document());
        if (id != null) return id;
        Map<String, @Nullable Object> extensions = Map.of("code", "DOCUMENT_NOT_TRUSTED");
        throw new InvalidOperationException(List.of(new GraphqlError(
                "The document is none of those that the server was given: there is no id for it.",
                List.of(),
                null,
                extensions)));
    }

    /** By code, or by message as servers do that have no codes. */
    private boolean asksForText(Reply reply) {
        if (reply.stream() != null || reply.body().length > 4_096) return false;
        for (GraphqlError error : replies.refusal(reply)) {
            boolean isUnknown = error.code().equals("PERSISTED_QUERY_NOT_FOUND")
                    || error.message().equals("PersistedQueryNotFound");
            boolean isUnsupported = error.code().equals("PERSISTED_QUERY_NOT_SUPPORTED")
                    || error.message().equals("PersistedQueryNotSupported");
            if (isUnsupported) knowsNoHashes = true;
            if (isUnknown || isUnsupported) return true;
        }
        return false;
    }
}
