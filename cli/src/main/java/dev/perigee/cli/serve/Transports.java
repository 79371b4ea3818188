package dev.perigee.cli.serve;

import dev.perigee.server.DocumentSettings;
import dev.perigee.server.StreamSettings;

/**
 * How requests may come, besides one by one with their document. Immutable.
 *
 * @param maxBatch how many may come as one; 0 is off
 * @param cacheControl of answers to {@code GET} without errors
 */
record Transports(StreamSettings streams, int maxBatch, DocumentSettings documents, String cacheControl) {
    static final Transports DEFAULT = new Transports(StreamSettings.DEFAULT, 0, DocumentSettings.NONE, "no-store");
}
