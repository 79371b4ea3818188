package dev.perigee.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.linecorp.armeria.common.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that requests name. Two ways are spoken: {@code documentId} of "GraphQL over HTTP", and
 * {@code extensions.persistedQuery} of Apollo, by which clients also store documents. Thread-safe.
 *
 * @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">Automatic persisted queries</a>
 */
final class StoredDocuments {
    static final String NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";
    private static final String SHA256 = "sha256:";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, String> trusted = new HashMap<>();
    private final Map<String, String> trustedByHash = new HashMap<>();
    private final boolean isTrustedOnly;
    private final DocumentCache automatic;
    private final boolean isAutomatic;

    StoredDocuments(DocumentSettings settings) {
        settings.trusted().forEach((id, document) -> {
            trusted.put(id, document);
            trustedByHash.put(DocumentHash.of(document), document);
        });
        isTrustedOnly = settings.isTrustedOnly();
        automatic = new DocumentCache(settings.automaticBytes());
        isAutomatic = settings.automaticBytes() > 0 && !isTrustedOnly;
    }

    /**
     * The document to run.
     *
     * @throws HttpProblem if there is none, or it is not to be run here
     */
    String textOf(Parameters parameters) {
        String query = parameters.query();
        String id = parameters.documentId();
        if (id != null) {
            if (query == null) return byId(id);
            throw HttpProblem.badRequest("Send \"query\" or \"documentId\", and not both.");
        }
        if (parameters.extensions().get("persistedQuery") instanceof Map<?, ?> persisted)
            return automatic(query, persisted);
        if (query == null) throw HttpProblem.badRequest("The request has no \"query\", the document to run.");
        return allowed(query);
    }

    private String byId(String id) {
        String document = trusted.get(id);
        if (document == null && id.startsWith(SHA256)) document = byHash(id.substring(SHA256.length()));
        if (document != null) return document;
        throw problem(NOT_FOUND, "There is no document of this \"documentId\".");
    }

    private @Nullable String byHash(String hash) {
        String document = trustedByHash.get(hash);
        return document != null || !isAutomatic ? document : automatic.get(hash);
    }

    private String automatic(@Nullable String query, Map<?, ?> persisted) {
        if (!isAutomatic && trusted.isEmpty()) {
            if (query != null) return query;
            throw problem("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
        }
        if (!(persisted.get("version") instanceof Integer version) || version != 1) {
            throw problem("PERSISTED_QUERY_NOT_SUPPORTED", "\"persistedQuery\" is spoken in version 1.");
        }
        if (!(persisted.get("sha256Hash") instanceof String hash)
                || !HASH.matcher(hash).matches()) {
            throw HttpProblem.badRequest("\"sha256Hash\" must be 64 hexadecimal digits, in lower case.");
        }
        if (query != null) return stored(query, hash);
        String document = byHash(hash);
        // Clients look for this very message, and then send the document.
        if (document == null) throw problem(NOT_FOUND, "PersistedQueryNotFound");
        return document;
    }

    private String stored(String query, String hash) {
        if (!DocumentHash.of(query).equals(hash)) {
            throw problem("PERSISTED_QUERY_HASH_MISMATCH", "\"sha256Hash\" is not that of the document in UTF-8.");
        }
        String document = allowed(query);
        if (isAutomatic) automatic.put(hash, document, document.getBytes(UTF_8).length);
        return document;
    }

    private String allowed(String query) {
        if (!isTrustedOnly || trustedByHash.containsKey(DocumentHash.of(query))) return query;
        throw problem(
                "DOCUMENT_NOT_TRUSTED", "Only documents that are known here are run: send the \"documentId\" of one.");
    }

    private static HttpProblem problem(String code, String message) {
        return new HttpProblem(HttpStatus.UNPROCESSABLE_ENTITY, code, message);
    }
}
