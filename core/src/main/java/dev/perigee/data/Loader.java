package dev.perigee.data;

import java.util.Map;
import java.util.Set;

/**
 * A batch function from distinct keys to values. The engine gathers the keys of all places that use the loader and can
 * run at the same time, drops null keys and keys that this request has loaded before, and calls it once. May block.
 *
 * <p>A loader is found by its class. It is made for a request when it is first needed there, and used by one thread at
 * a time unless {@link #maxBatchSize()} splits a batch: the parts of a batch run at the same time.
 *
 * @param <K> a key, with {@code equals} and {@code hashCode}: a record where it has more than one part
 * @param <V> the value of one key: a list where a key has many
 */
@FunctionalInterface
public interface Loader<K, V> {
    /**
     * Values by key, in any order. A key without an entry reads as null; an entry that was not asked for is ignored.
     *
     * @param keys distinct, at least one, at most {@link #maxBatchSize()}, in the order in which they were met
     * @throws PartialLoadException if only some of the keys failed
     * @throws Exception if all of them failed
     */
    Map<K, V> load(Set<K> keys, Context context) throws Exception;

    /** The most keys of one call; more are split into calls that run at the same time. At least 1. */
    default int maxBatchSize() {
        return Integer.MAX_VALUE;
    }

    /** What its calls are counted under in logs and statistics, such as {@code sql}. */
    default String source() {
        return "java";
    }
}
