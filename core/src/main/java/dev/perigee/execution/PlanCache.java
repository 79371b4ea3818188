package dev.perigee.execution;

import dev.perigee.plan.Plan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps plans of documents that come again: in two generations, so that reading takes no lock. When the
 * young one is full it becomes the old one, and what nobody has asked for since is dropped. Thread-safe.
 */
final class PlanCache {
    private final int generationSize;
    private volatile Map<Object, Plan> young = new ConcurrentHashMap<>();
    private volatile Map<Object, Plan> old = Map.of();

    /** A document and the operation of it that runs; without a name the document is the key by itself. */
    private record Key(String document, String operationName) {}

    PlanCache(int size) {
        this.generationSize = Math.max(1, size / 2);
    }

    @Nullable Plan get(String document, @Nullable String operationName) {
        Object key = key(document, operationName);
        Plan found = young.get(key);
        if (found != null) return found;
        Plan aged = old.get(key);
        if (aged != null) put(key, aged);
        return aged;
    }

    void put(String document, @Nullable String operationName, Plan plan) {
        put(key(document, operationName), plan);
    }

    private void put(Object key, Plan plan) {
        Map<Object, Plan> current = young;
        current.put(key, plan);
        if (current.size() > generationSize) {
            old = current;
            young = new ConcurrentHashMap<>();
        }
    }

    private static Object key(String document, @Nullable String operationName) {
        return operationName == null ? document : new Key(document, operationName);
    }
}
