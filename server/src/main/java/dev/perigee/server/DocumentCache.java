package dev.perigee.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents by their hash, up to so many bytes: those that were not used for the longest time go first. Thread-safe. */
final class DocumentCache {
    /** What an entry costs besides its document, roughly: without it, documents of one byte would be free. */
    private static final int ENTRY_BYTES = 300;

    private record Entry(String document, long bytes) {}

    private final long maxBytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    DocumentCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized @Nullable String get(String hash) {
        Entry entry = entries.get(hash);
        return entry == null ? null : entry.document;
    }

    /** Keeps it if it is not too long for that. */
    synchronized void put(String hash, String document, int documentBytes) {
        Entry entry = new Entry(document, documentBytes + ENTRY_BYTES);
        if (entry.bytes > maxBytes || entries.putIfAbsent(hash, entry) != null) return;
        bytes += entry.bytes;
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
    }
}
