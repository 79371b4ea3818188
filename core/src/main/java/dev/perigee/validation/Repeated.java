package dev.perigee.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has the same name as something before it, in time that grows linearly.
 */
final class Repeated {
    /** Up to this many, comparing all with all is faster than hashing. */
    private static final int FEW = 8;

    private Repeated() {}

    /** What to do about something whose name has been seen. */
    interface Found<T> {
        void found(String name, T first, T again);
    }

    /** @param name null for what has no name, which is never repeated */
    static <T> void find(List<T> items, Function<T, @Nullable String> name, Found<T> found) {
        int size = items.size();
        if (size < 2) return;
        if (size <= FEW) findAmongFew(items, name, found);
        else findAmongMany(items, name, found);
    }

    private static <T> void findAmongFew(List<T> items, Function<T, @Nullable String> name, Found<T> found) {
        for (int i = 1; i < items.size(); i++) {
            String again = name.apply(items.get(i));
            if (again == null) continue;
            for (int j = 0; j < i; j++) {
                if (!again.equals(name.apply(items.get(j)))) continue;
                found.found(again, items.get(j), items.get(i));
                break;
            }
        }
    }

    private static <T> void findAmongMany(List<T> items, Function<T, @Nullable String> name, Found<T> found) {
        Map<String, T> firsts = HashMap.newHashMap(items.size());
        for (T item : items) {
            String key = name.apply(item);
            T first = key == null ? null : firsts.putIfAbsent(key, item);
            if (key != null && first != null) found.found(key, first, item);
        }
    }
}
