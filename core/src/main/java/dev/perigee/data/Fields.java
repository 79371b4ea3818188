package dev.perigee.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Resolver} declares how the fields of its type are obtained. A field that nobody selects is never
 * computed.
 *
 * @param <T> the Java class behind the type
 */
public interface Fields<T> {
    /** A pure function of the value: no I/O. */
    <V> Fields<T> field(String name, Function<? super T, ? extends @Nullable V> read);

    /** A pure function of the value and the field's arguments: no I/O. */
    <V> Fields<T> field(String name, BiFunction<? super T, Arguments, ? extends @Nullable V> read);

    /** The value that a loader has for a key of this value; a null key reads as null without a call. */
    <K> Fields<T> load(
            String name, Class<? extends Loader<K, ?>> loader, Function<? super T, ? extends @Nullable K> key);

    /** As {@link #load(String, Class, Function)}, with a key that depends on the field's arguments. */
    <K> Fields<T> load(
            String name,
            Class<? extends Loader<K, ?>> loader,
            BiFunction<? super T, Arguments, ? extends @Nullable K> key);

    /** A list: what a loader has for each of the keys of this value, in their order. */
    <K> Fields<T> loadEach(
            String name,
            Class<? extends Loader<K, ?>> loader,
            Function<? super T, ? extends @Nullable Collection<? extends K>> keys);

    /** As {@link #loadEach(String, Class, Function)}, with keys that depend on the field's arguments. */
    <K> Fields<T> loadEach(
            String name,
            Class<? extends Loader<K, ?>> loader,
            BiFunction<? super T, Arguments, ? extends @Nullable Collection<? extends K>> keys);

    /** A function from all values at this place to as many results, in their order. May block. */
    <V> Fields<T> batch(String name, Batch<T, V> batch);

    /**
     * A function from the distinct values at this place to results by value, in any order. A value without an entry reads
     * as null. May block. Values are told apart by {@code equals}.
     */
    default <V> Fields<T> batchDistinct(String name, DistinctBatch<T, V> batch) {
        return batch(name, (values, arguments, context) -> {
            Map<? extends T, ? extends V> results = batch.resolve(new LinkedHashSet<>(values), arguments, context);
            List<@Nullable V> each = new ArrayList<>(values.size());
            for (T value : values) each.add(results.get(value));
            return each;
        });
    }

    /** One call for each value. May block; prefer {@link #load} or {@link #batch}, which call once for all. */
    <V> Fields<T> call(String name, Call<T, V> call);

    /** One asynchronous call for each value. */
    <V> Fields<T> callAsync(String name, AsyncCall<T, V> call);

    /** See {@link Fields#batch}. Shared by all requests. */
    @FunctionalInterface
    interface Batch<T, V> {
        List<? extends @Nullable V> resolve(List<T> values, Arguments arguments, Context context) throws Exception;
    }

    /** See {@link Fields#batchDistinct}. Shared by all requests. */
    @FunctionalInterface
    interface DistinctBatch<T, V> {
        Map<? extends T, ? extends V> resolve(Set<T> values, Arguments arguments, Context context) throws Exception;
    }

    /** See {@link Fields#call}. Shared by all requests. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object, V> {
        @Nullable V resolve(T value, Arguments arguments, Context context) throws Exception;
    }

    /** See {@link Fields#callAsync}. Shared by all requests. */
    @FunctionalInterface
    interface AsyncCall<T extends @Nullable Object, V> {
        CompletionStage<? extends @Nullable V> resolve(T value, Arguments arguments, Context context) throws Exception;
    }
}
