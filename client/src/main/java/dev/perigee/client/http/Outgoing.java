package dev.perigee.client.http;

import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way out. Immutable.
 *
 * @param operation what it does, so that what changes something is not sent twice; null where the document is not known
 * @param body JSON: not a copy, and not to be changed
 * @param headers beyond those that the transport sets itself; a name is the same in whatever case
 * @param deadline by {@link System#nanoTime}; all attempts together have to end by then
 * @param query the body in the form that stands behind the {@code ?} of an address, for a GET; null for a POST
 * @param isStreamed whether the body of the reply is read while it arrives
 */
public record Outgoing(
        @Nullable OperationType operation,
        byte[] body,
        Map<String, String> headers,
        long deadline,
        @Nullable String query,
        boolean isStreamed) {
    public Outgoing {
        headers = Headers.merge(headers, Map.of());
    }

    /** A POST whose reply is awaited as a whole. */
    public Outgoing(@Nullable OperationType operation, byte[] body, Map<String, String> headers, long deadline) {
        this(operation, body, headers, deadline, null, false);
    }

    /** What is left until the deadline, zero or less once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /** The same with more headers, which go before those that are there. */
    public Outgoing withHeaders(Map<String, String> more) {
        return new Outgoing(operation, body, Headers.merge(headers, more), deadline, query, isStreamed);
    }

    /** The same as a GET; as a POST if it is null. */
    public Outgoing withQuery(@Nullable String query) {
        return new Outgoing(operation, body, headers, deadline, query, isStreamed);
    }
}
