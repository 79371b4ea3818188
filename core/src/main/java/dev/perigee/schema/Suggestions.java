package dev.perigee.schema;

import java.util.Collection;
import java.util.List;

/** "Did you mean": the names that are close to one that is wrong. */
public final class Suggestions {
    private Suggestions() {}

    /** {@code  Did you mean "a", "b" or "c"?} with a space before it, or nothing if no name is close. */
    public static String didYouMean(String name, Collection<String> options) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The options that are close to a name, the closest first, at most five. */
    public static List<String> closest(String name, Collection<String> options) {
        throw new UnsupportedOperationException("not yet");
    }
}
