package dev.perigee.grpc.wire;

import java.util.List;

/**
 * A selection, compiled: one scan of a message, then its fields in response order. A selection of more fields than a scan
 * has slots is several of both. Immutable.
 */
record Program<K>(List<Part<K>> parts) {
    /** @param fields written after a scan for the table */
    record Part<K>(FieldTable table, List<Entry<K>> fields) {}
}
