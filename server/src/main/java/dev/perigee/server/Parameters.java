package dev.perigee.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request.
 *
 * @param query the document, which need not be valid; null where it is only named
 * @param documentId what names a document that the server has; null if nothing does
 * @param operationName null if none is named
 * @param variables as the client sent them: String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map, null
 * @param extensions what the client said besides, in the same form
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Request-Parameters">Request Parameters</a>
 */
record Parameters(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {
    /** Whether there is a document, or what may name one. */
    boolean haveDocument() {
        return query != null || documentId != null || extensions.containsKey("persistedQuery");
    }

    /** Whether the client wants to be told what the sources were asked for. */
    boolean isExplained() {
        return Boolean.TRUE.equals(extensions.get("explain"));
    }
}
