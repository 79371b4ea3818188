package dev.perigee.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Headers for the response, collected while a request runs: by roots, loaders and sources that find it with {@link
 * Context#value}. A server writes them; where there is none they are with the response. Thread-safe. What is in the way
 * of the response itself can't be set: its length, type and encoding, and what concerns the connection.
 */
public final class ResponseHeaders {
    /** All names and values together, in characters: half of what clients commonly take. */
    private static final int MAX_CHARACTERS = 4096;

    private static final Set<String> OF_SERVER = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-content-type-options");
    private static final String RETRY_AFTER = "retry-after";

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int characters;

    /** Whether a header may be set here: its name is one, and it is not the server's own. */
    public static boolean isAllowed(String name) {
        return !name.isEmpty() && name.chars().allMatch(ResponseHeaders::isTokenCharacter) && !isOfServer(name);
    }

    private static boolean isOfServer(String name) {
        return OF_SERVER.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isTokenCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    /** Whether a text can be the value of a header: visible characters of ASCII, with spaces between them. */
    public static boolean isValue(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && text.strip().length() == text.length();
    }

    /**
     * Adds a value beside those that are there; one that is there already is not added again.
     *
     * @return false if there is no room for it any more
     * @throws IllegalArgumentException if the name is not allowed, or the value is none
     */
    public synchronized boolean add(String name, String value) {
        check(name, value);
        List<String> all = values.getOrDefault(name, List.of());
        if (all.contains(value)) return true;
        if (characters + name.length() + value.length() > MAX_CHARACTERS) return false;
        characters += name.length() + value.length();
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return true;
    }

    /** As {@link #add}, but instead of those that are there. */
    public synchronized boolean set(String name, String value) {
        check(name, value);
        List<String> before = values.remove(name);
        if (before != null) for (String one : before) characters -= name.length() + one.length();
        return add(name, value);
    }

    /** When to try again, as {@code Retry-After} in whole seconds, rounded up; of several, the longest. */
    public synchronized void retryAfter(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        List<String> before = values.getOrDefault(RETRY_AFTER, List.of());
        if (before.stream().anyMatch(known -> isAtLeast(known, seconds))) return;
        set(RETRY_AFTER, Long.toString(seconds));
    }

    /** A date, which somebody else has set, stays. */
    private static boolean isAtLeast(String known, long seconds) {
        boolean isNumber = known.length() <= 18 && known.chars().allMatch(c -> c >= '0' && c <= '9');
        return !isNumber || Long.parseLong(known) >= seconds;
    }

    private static void check(String name, String value) {
        if (!isAllowed(name)) {
            throw new IllegalArgumentException(
                    "header: " + name + (isOfServer(name) ? " (the server's own)" : " (not a name)"));
        }
        if (!isValue(value)) throw new IllegalArgumentException("header " + name + ": its value is not visible ASCII");
    }

    /** What has been collected, by name in alphabetical order. A copy. */
    public synchronized Map<String, List<String>> toMap() {
        if (values.isEmpty()) return Map.of();
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        return Collections.unmodifiableMap(copy);
    }
}
