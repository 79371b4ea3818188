package dev.perigee.server.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map of bounded size: over it, the entry goes that was neither read nor written for the longest time. Each method is
 * atomic; thread-safe.
 */
final class RecentEntries<K, V> {
    private final Map<K, V> entries;

    /** @param most how many entries stay; at least 1 */
    RecentEntries(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    /** Puts what comes after the value of now, null if there is none, and returns it. */
    synchronized V update(K key, Function<@Nullable V, V> next) {
        V value = next.apply(entries.get(key));
        entries.put(key, value);
        return value;
    }

    /** Removes the entry if this is still its value. */
    synchronized void remove(K key, V value) {
        entries.remove(key, value);
    }
}
