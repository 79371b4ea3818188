package dev.perigee.grpc.gateway;

import dev.perigee.data.SourceRun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is made once for all requests that include the same fields. Most operations have no conditions, or are asked with the
 * same ones again and again; past a bound, what is made is not kept. Thread-safe.
 */
final class PerConditions<T> {
    private static final int MOST_KEPT = 64;

    private final Function<SourceRun, T> make;
    private final Predicate<T> isKept;
    private final Map<Object, T> made = new ConcurrentHashMap<>();
    private volatile @Nullable Last<T> last;

    PerConditions(Function<SourceRun, T> make) {
        this(make, made -> true);
    }

    /** @param isKept whether what was made is the same for all such requests */
    PerConditions(Function<SourceRun, T> make, Predicate<T> isKept) {
        this.make = make;
        this.isKept = isKept;
    }

    private record Last<T>(Object conditions, T value) {}

    T of(SourceRun run) {
        Object conditions = run.conditions();
        Last<T> known = last;
        if (known != null && known.conditions.equals(conditions)) return known.value;
        T value = made.get(conditions);
        if (value == null) {
            value = make.apply(run);
            if (!isKept.test(value)) return value;
            if (made.size() < MOST_KEPT) made.put(conditions, value);
        }
        last = new Last<>(conditions, value);
        return value;
    }
}
