package dev.perigee.grpc.graph;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with an IDL or its options, to be said all at once. */
final class Problems {
    /** More help nobody, and an IDL may have any number. */
    private static final int MOST = 100;

    private final List<String> messages = new ArrayList<>();
    private int more;

    void add(String message) {
        if (messages.contains(message)) return;
        if (messages.size() < MOST) messages.add(message);
        else more++;
    }

    void throwIfAny() {
        if (messages.isEmpty()) return;
        if (more > 0) messages.add("... and " + more + " more.");
        throw new GraphException(messages);
    }
}
