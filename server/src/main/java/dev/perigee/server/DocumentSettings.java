package dev.perigee.server;

import java.util.Map;

/**
 * Documents that clients name instead of sending them. Immutable.
 *
 * @param automaticBytes how many bytes of documents are kept that clients have sent with their hash, those used last; 0 to
 *     keep none. Each costs as many bytes of memory, and some more
 * @param trusted documents by the identifiers that clients send as {@code documentId}; each also has its
 *     {@code sha256:<hash>}
 * @param isTrustedOnly whether any other document is refused
 * @see <a href="https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md">
 *     Persisted Documents</a>
 */
public record DocumentSettings(int automaticBytes, Map<String, String> trusted, boolean isTrustedOnly) {
    /** No document but those that come with their request. */
    public static final DocumentSettings NONE = new DocumentSettings(0, Map.of(), false);

    /** @throws IllegalArgumentException if no document at all could be run, or a number is below 0 */
    public DocumentSettings {
        if (automaticBytes < 0)
            throw new IllegalArgumentException("automaticBytes: " + automaticBytes + " (at least 0)");
        trusted = Map.copyOf(trusted);
        if (isTrustedOnly && trusted.isEmpty())
            throw new IllegalArgumentException("trusted: none (at least one, as there are to be no others)");
    }
}
