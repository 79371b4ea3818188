package dev.perigee.client.http;

import dev.perigee.language.OperationType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way out. Immutable.
 *
 * @param operation what it does, so that what changes something is not sent twice; null where the document is not known
 * @param body JSON: not a copy, and not to be changed
 * @param headers beyond those that the transport sets itself
 * @param deadline by {@link System#nanoTime}; all attempts together have to end by then
 */
public record Outgoing(@Nullable OperationType operation, byte[] body, Map<String, String> headers, long deadline) {
    public Outgoing {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** What is left until the deadline, zero or less once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /** The same with more headers, which go before those that are there. */
    public Outgoing withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Outgoing(operation, body, all, deadline);
    }
}
