package dev.perigee.server;

import com.linecorp.armeria.common.RequestHeaders;
import dev.perigee.data.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a WebSocket: those of its handshake, and over them what {@code connection_init} brings, as
 * {@code {"Authorization": "..."}} or {@code {"headers": {"Authorization": "..."}}}. Browsers can't set any for a handshake.
 * Only names that are allowed count: others may be what a proxy says of clients that it trusts.
 */
final class InitHeaders {
    private InitHeaders() {}

    /** @param allowed in lower case */
    static Headers merge(RequestHeaders handshake, Map<String, @Nullable Object> payload, Set<String> allowed) {
        Map<String, List<String>> merged = JsonRequests.values(handshake);
        put(payload, allowed, merged);
        if (payload.get("headers") instanceof Map<?, ?> headers) put(headers, allowed, merged);
        return Headers.of(merged);
    }

    private static void put(Map<?, ?> from, Set<String> allowed, Map<String, List<String>> into) {
        from.forEach((name, value) -> {
            String header = String.valueOf(name).toLowerCase(Locale.ROOT);
            if (value instanceof String text && allowed.contains(header)) into.put(header, List.of(text));
        });
    }
}
