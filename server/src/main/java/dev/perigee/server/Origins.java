package dev.perigee.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a WebSocket. Browsers let any page do so, with its visitor's cookies, and only tell where it is from:
 * it is up to the server to refuse it. Who sends no {@code Origin} is no browser, and welcome. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">Origin Considerations</a>
 */
final class Origins {
    private final @Nullable Cors cors;

    /** @param cors null to let only pages of the server's own site in */
    Origins(@Nullable Cors cors) {
        this.cors = cors;
    }

    /**
     * The headers of the handshake that count: a page that may come without credentials has none, as with CORS.
     *
     * @throws HttpProblem if the page is of a site that may not come
     */
    RequestHeaders admit(RequestHeaders handshake) {
        List<String> origins = handshake.getAll(HttpHeaderNames.ORIGIN);
        if (origins.isEmpty()) return handshake;
        if (origins.size() > 1) throw refused();
        String origin = origins.getFirst();
        if (isSame(origin, handshake.authority())) return handshake;
        if (cors == null || !cors.allows(origin)) throw refused();
        if (cors.isWithCredentials()) return handshake;
        return handshake.toBuilder()
                .removeAndThen(HttpHeaderNames.COOKIE)
                .removeAndThen(HttpHeaderNames.AUTHORIZATION)
                .build();
    }

    private static HttpProblem refused() {
        return new HttpProblem(
                HttpStatus.FORBIDDEN,
                "FORBIDDEN",
                "Pages of this origin may not open a WebSocket here: the server's settings for CORS name those that"
                        + " may.");
    }

    /** By host and port: what ends TLS in front of the server leaves both as they are, but not the scheme. */
    private static boolean isSame(String origin, @Nullable String authority) {
        if (authority == null) return false;
        String[] parts = origin.toLowerCase(Locale.ROOT).split("://", 2);
        if (parts.length < 2) return false;
        String defaultPort = parts[0].equals("https") ? ":443" : ":80";
        return without(defaultPort, parts[1]).equals(without(defaultPort, authority.toLowerCase(Locale.ROOT)));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
