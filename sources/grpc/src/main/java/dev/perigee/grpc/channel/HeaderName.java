package dev.perigee.grpc.channel;

import dev.perigee.data.ResponseHeaders;
import io.grpc.Metadata;
import java.util.Locale;
import java.util.Set;

/** Which headers may become metadata, and which metadata may become headers: those that are of the connection never do. */
final class HeaderName {
    private static final Set<String> NEVER = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private HeaderName() {}

    /**
     * A name of metadata, or of a header that may become metadata, in lower case.
     *
     * @throws IllegalArgumentException if it is none, or never to be forwarded
     */
    static String metadata(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("grpc-") || NEVER.contains(lower)) {
            throw new IllegalArgumentException("metadata: " + name + " (never forwarded: it is of the connection)");
        }
        if (!isName(lower)) throw new IllegalArgumentException("metadata: " + name + " (a-z, 0-9, -, _ and . only)");
        return lower;
    }

    /** @throws IllegalArgumentException if no response may have it from here */
    static String ofResponse(String name) {
        if (!ResponseHeaders.isAllowed(name)) throw new IllegalArgumentException("header: " + name + " (not allowed)");
        return name.toLowerCase(Locale.ROOT);
    }

    static boolean isBinary(String name) {
        return name.endsWith(Metadata.BINARY_HEADER_SUFFIX);
    }

    static Metadata.Key<String> text(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    static Metadata.Key<byte[]> binary(String name) {
        return Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER);
    }

    private static boolean isName(String lower) {
        return !lower.isEmpty() && lower.chars().allMatch(HeaderName::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }
}
