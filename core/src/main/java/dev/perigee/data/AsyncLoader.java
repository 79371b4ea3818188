package dev.perigee.data;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A {@link Loader} that does not block: {@link #start} begins the work and returns at once. */
public interface AsyncLoader<K, V> extends Loader<K, V> {
    /** As {@link Loader#load}; the stage is cancelled when the client goes away or the deadline passes. */
    CompletionStage<Map<K, V>> start(Set<K> keys, Context context) throws Exception;

    /** Waits for {@link #start}; the engine does not use it. */
    @Override
    default Map<K, V> load(Set<K> keys, Context context) throws Exception {
        return start(keys, context).toCompletableFuture().get();
    }
}
