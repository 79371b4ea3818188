package dev.perigee.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often a request has called each source. Most call only one, which takes no map. For one thread. */
final class Calls {
    private @Nullable String first;
    private int ofFirst;
    private @Nullable Map<String, Integer> others;

    void count(String source, int calls) {
        if (first == null) first = source;
        if (first.equals(source)) {
            ofFirst += calls;
        } else {
            if (others == null) others = new LinkedHashMap<>();
            others.merge(source, calls, Integer::sum);
        }
    }

    /** Calls by source, in the order of first calls. */
    Map<String, Integer> toMap() {
        if (first == null) return Map.of();
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(first, ofFirst);
        if (others != null) all.putAll(others);
        return all;
    }
}
