package dev.perigee.grpc.input;

import dev.perigee.data.ClientException;
import dev.perigee.schema.CoercionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place in the arguments that is being read: after an error, the place of the error. One thread.
 */
final class InputPath {
    private static final String CODE = "BAD_USER_INPUT";

    /** What protobuf's readers bear of messages within the outermost, entries of maps among them. */
    private static final int MOST_DEPTH = 100;

    private final StringBuilder text = new StringBuilder();

    private int depth;

    /** @param argument the only argument, null if the request's fields are arguments themselves */
    InputPath(@Nullable String argument) {
        if (argument != null) text.append(argument);
    }

    /** Enters a field; {@link #leave} takes what this returned. */
    int enter(String field) {
        int mark = text.length();
        if (mark > 0) text.append('.');
        text.append(field);
        return mark;
    }

    int enter(int index) {
        int mark = text.length();
        text.append('[').append(index).append(']');
        return mark;
    }

    /** Enters the value of a map's key, which may be anything. */
    int enterKey(Object key) {
        int mark = text.length();
        text.append('[').append(Shown.value(key)).append(']');
        return mark;
    }

    void leave(int mark) {
        text.setLength(mark);
    }

    /** Begins a message within another; after it comes {@link #ascend}. */
    void descend() {
        if (++depth <= MOST_DEPTH) return;
        throw new CoercionException("It is nested too deep: services read at most " + MOST_DEPTH
                + " messages within each other, and JSON takes up to three for each level.");
    }

    void ascend() {
        depth--;
    }

    /** The error that a client sees of what stands here. */
    ClientException refuse(String why) {
        if (text.isEmpty()) return new ClientException(CODE, why);
        return new ClientException(CODE, "Argument \"" + text + "\": " + why, Map.of("argument", text.toString()));
    }
}
