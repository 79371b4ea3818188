package dev.perigee.client.http;

import java.net.http.HttpRequest;
import java.util.Map;

/** The headers of one request. */
public final class Headers {
    private Headers() {}

    /** Whether they say who calls, so that no credentials are put beside them. */
    public static boolean areAuthorized(Map<String, String> headers) {
        return headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
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
