package dev.perigee.client;

import dev.perigee.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema that a server has told of.
 *
 * @param etag the server's own name for this version, null if it has none
 * @param hash of the answer, to see whether a later one is the same
 * @param fetchedAt by {@link System#nanoTime}
 */
record FetchedSchema(Schema schema, @Nullable String etag, String hash, long fetchedAt) {
    /** The same schema, found to be still the one. */
    FetchedSchema confirmed() {
        return new FetchedSchema(schema, etag, hash, System.nanoTime());
    }
}
