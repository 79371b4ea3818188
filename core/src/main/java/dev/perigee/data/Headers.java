package dev.perigee.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The caller's headers. Names are matched without regard to case. Immutable. */
public final class Headers {
    /** No headers at all. */
    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers(Map<String, List<String>> values) {
        values.forEach((name, list) -> this.values.put(name, List.copyOf(list)));
    }

    /** Copies the headers; of two names that differ in case only, one is kept. */
    public static Headers of(Map<String, List<String>> values) {
        return values.isEmpty() ? NONE : new Headers(values);
    }

    /** The first value of a header, null where there is none. */
    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** All values of a header in their order, none where it is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
