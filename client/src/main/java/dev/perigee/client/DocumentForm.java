package dev.perigee.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** In which form a client sends its documents. Immutable. */
public sealed interface DocumentForm {
    /** The text, with each operation. */
    static DocumentForm text() {
        return new Text();
    }

    /**
     * The hash of the text, and the text itself if the server does not know it yet: known as automatic persisted queries.
     * A server without them gets the text from then on.
     *
     * @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">The protocol</a>
     */
    static DocumentForm hashed() {
        return new Hashed(false);
    }

    /**
     * As {@link #hashed}, but queries go by GET as long as their hash is enough, so that caches on the way may answer them.
     * Variables then stand in the address, which servers and proxies write to their logs.
     */
    static DocumentForm hashedByGet() {
        return new Hashed(true);
    }

    /**
     * An id, of documents which the server was given before. The text is never sent, and an operation whose document has
     * no id is refused here.
     *
     * @param documents by id, character for character as the operations have them
     * @throws IllegalArgumentException if two ids have the same document
     */
    static DocumentForm trusted(Map<String, String> documents) {
        Map<String, String> ids = new LinkedHashMap<>();
        documents.forEach((id, document) -> {
            String other = ids.putIfAbsent(document, id);
            if (other != null) throw new IllegalArgumentException(other + " and " + id + " are the same document");
        });
        return new Trusted(ids);
    }

    /**
     * The hash of the text as its id, of documents which the server was given before. The text is never sent.
     *
     * @see <a href="https://http-spec.graphql.org/September2026/#sec-Appendix-Persisted-Documents">Persisted Documents</a>
     */
    static DocumentForm trustedByHash() {
        return new TrustedByHash();
    }

    /** See {@link #text}. */
    record Text() implements DocumentForm {}

    /**
     * See {@link #hashed}.
     *
     * @param byGet see {@link #hashedByGet}
     */
    record Hashed(boolean byGet) implements DocumentForm {}

    /**
     * See {@link #trusted}.
     *
     * @param ids by document
     */
    record Trusted(Map<String, String> ids) implements DocumentForm {
        public Trusted {
            ids = Map.copyOf(ids);
        }
    }

    /** See {@link #trustedByHash}. */
    record TrustedByHash() implements DocumentForm {}
}
