package dev.perigee.grpc.relation;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a request has asked for, or is asking for, by the keys of its batches: the same is not asked for again, whatever field
 * it is for. For one request, and not for a mutation: there, an answer may be another after the next field. Thread-safe.
 */
public final class KnownResults {
    private record Call(BatchShape shape, Parameters parameters) {}

    /** @param ended when the calls have ended of the batch that asks for the key */
    record Claim(Slot slot, CompletableFuture<Void> ended) {}

    private final Map<Call, Map<Object, Claim>> claims = new ConcurrentHashMap<>();

    /** Who asks for a key: the first who wants to. @param ended of the batch that wants to */
    Claim claim(BatchShape shape, Parameters parameters, Object key, CompletableFuture<Void> ended) {
        return claims.computeIfAbsent(new Call(shape, parameters), call -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, unknown -> new Claim(new Slot(), ended));
    }
}
