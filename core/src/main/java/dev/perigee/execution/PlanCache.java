package dev.perigee.execution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was prepared for documents that come again: in two generations, so that reading takes no lock. When the
 * young one is full it becomes the old one, and what nobody has asked for since is dropped. Thread-safe.
 */
final class PlanCache {
    private final int generationSize;
    private volatile Map<Key, Prepared> young = new ConcurrentHashMap<>();
    private volatile Map<Key, Prepared> old = Map.of();

    /** A document and the operation of it that runs. */
    record Key(String document, @Nullable String operationName) {}

    PlanCache(int size) {
        this.generationSize = Math.max(1, size / 2);
    }

    @Nullable Prepared get(Key key) {
        Prepared found = young.get(key);
        if (found != null) return found;
        Prepared aged = old.get(key);
        if (aged != null) put(key, aged);
        return aged;
    }

    void put(Key key, Prepared prepared) {
        Map<Key, Prepared> current = young;
        current.put(key, prepared);
        if (current.size() > generationSize) {
            old = current;
            young = new ConcurrentHashMap<>();
        }
    }
}
