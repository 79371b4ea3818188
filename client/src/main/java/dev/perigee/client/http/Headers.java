package dev.perigee.client.http;

import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The headers of one request. A name is the same in whatever case. */
public final class Headers {
    private Headers() {}

    /** Whether they say who calls, so that no credentials are put beside them. */
    public static boolean areAuthorized(Map<String, String> headers) {
        return headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
    }

    /** Both, each name once: of those in both, it is the one of {@code more}. Can't be changed. */
    public static Map<String, String> merge(Map<String, String> headers, Map<String, String> more) {
        if (headers.isEmpty() && more.isEmpty()) return Map.of(); // as most requests have none
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Sets headers, in place of those of the same names.
     *
     * @throws IllegalArgumentException if the JDK refuses one; the JDK's own message would show the value, which may be a
     *     token
     */
    public static void set(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            try {
                request.setHeader(name, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The header \"" + name
                        + "\" can't be sent: its name is one that the client sets itself, or HTTP does not allow"
                        + " its characters.");
            }
        });
    }
}
