package dev.perigee.client.http;

import java.net.URI;

/**
 * Where a server is. Its text, which is for messages and logs, has no query: there may be a key in it. Immutable.
 *
 * @param uri absolute, of HTTP, and without a user or a fragment
 */
public record Address(URI uri) {
    /** @throws IllegalArgumentException if it is not the address of an HTTP server; the message says why */
    public Address {
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException(
                    "The address must begin with http:// or https://, not with \"" + scheme + "\".");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address has a user in it: leave it out, and give the client credentials instead.");
        }
        if (uri.getHost() == null) throw new IllegalArgumentException("The address has no host: " + shown(uri));
        if (uri.getRawFragment() != null) throw new IllegalArgumentException("The address has a #: " + shown(uri));
    }

    /** The same with more behind its {@code ?}; with nothing, as it is. */
    URI withQuery(String more) {
        if (more.isEmpty()) return uri;
        String query = uri.getRawQuery();
        String before = uri.toString();
        if (query == null) return URI.create(before + "?" + more);
        return URI.create(before + (query.isEmpty() ? "" : "&") + more);
    }

    @Override
    public String toString() {
        return shown(uri);
    }

    /** Of an address of whatever scheme, what may be shown of it: not its user, nor its query. */
    public static String shown(URI uri) {
        String authority = uri.getHost() == null ? "" : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        return uri.getScheme() + "://" + authority + uri.getRawPath();
    }
}
