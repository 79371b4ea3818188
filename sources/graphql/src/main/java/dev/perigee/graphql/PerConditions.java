package dev.perigee.graphql;

import dev.perigee.data.SourceRun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is made once for all requests that include the same fields; past a bound, it is not kept. Thread-safe. */
final class PerConditions<T> {
    private static final int MOST_KEPT = 64;

    private final Function<SourceRun, T> make;
    private final Map<Object, T> made = new ConcurrentHashMap<>();

    PerConditions(Function<SourceRun, T> make) {
        this.make = make;
    }

    T of(SourceRun run) {
        Object conditions = run.conditions();
        T known = made.get(conditions);
        if (known != null) return known;
        T value = make.apply(run);
        if (made.size() < MOST_KEPT) made.put(conditions, value);
        return value;
    }
}
