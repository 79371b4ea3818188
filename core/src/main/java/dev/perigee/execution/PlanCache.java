package dev.perigee.execution;

import dev.perigee.plan.Plan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps plans of documents that come again: in two generations, so that reading takes no lock. When the young one is full
 * it becomes the old one, and what nobody has asked for since is dropped. A generation is full by the number of its plans
 * or by their size, so that a client that sends large documents, each a little different, can't fill the memory.
 * Thread-safe.
 */
final class PlanCache {
    /** The share of a plan in the size of a generation, in fields: far more than most operations have. */
    private static final int FIELDS_A_PLAN = 250;

    /** Characters of a document that take as much memory as one planned field. */
    private static final int CHARACTERS_A_FIELD = 50;

    private final int mostPlans;
    private volatile Generation young = new Generation();
    private volatile Generation old = young;

    /** A document and the operation of it that runs; without a name the document is the key by itself. */
    private record Key(String document, String operationName) {}

    private static final class Generation {
        final Map<Object, Plan> plans = new ConcurrentHashMap<>();
        final AtomicLong fields = new AtomicLong();
    }

    PlanCache(int size) {
        this.mostPlans = Math.max(1, size / 2);
    }

    @Nullable Plan get(String document, @Nullable String operationName) {
        Object key = key(document, operationName);
        Plan found = young.plans.get(key);
        if (found != null) return found;
        Plan aged = old.plans.get(key);
        if (aged != null) put(key, document, aged);
        return aged;
    }

    void put(String document, @Nullable String operationName, Plan plan) {
        put(key(document, operationName), document, plan);
    }

    private void put(Object key, String document, Plan plan) {
        Generation current = young;
        if (current.plans.putIfAbsent(key, plan) != null) return;
        long fields = current.fields.addAndGet(plan.fields() + document.length() / CHARACTERS_A_FIELD);
        if (current.plans.size() > mostPlans || fields > (long) mostPlans * FIELDS_A_PLAN) {
            old = current;
            young = new Generation();
        }
    }

    private static Object key(String document, @Nullable String operationName) {
        return operationName == null ? document : new Key(document, operationName);
    }
}
