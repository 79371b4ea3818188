package dev.perigee.grpc.relation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request knows already of the keys that its batches have asked for: the same is not asked for again, whatever field
 * it is for. For one request, and not for a mutation: there, an answer may be another after the next field. Thread-safe.
 */
public final class KnownResults {
    private record Call(BatchShape shape, Parameters parameters) {}

    private final Map<Call, Map<Object, Slot>> slots = new ConcurrentHashMap<>();

    @Nullable Slot of(BatchShape shape, Parameters parameters, Object key) {
        Map<Object, Slot> known = slots.get(new Call(shape, parameters));
        return known == null ? null : known.get(key);
    }

    /** @param ended none of whose calls is running */
    void add(BatchShape shape, Parameters parameters, Map<Object, Slot> ended) {
        Map<Object, Slot> known = slots.computeIfAbsent(new Call(shape, parameters), call -> new ConcurrentHashMap<>());
        ended.forEach((key, slot) -> {
            if (slot.failure() == null) known.put(key, slot);
        });
    }
}
