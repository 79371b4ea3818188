package dev.perigee.grpc.wire;

import java.util.Arrays;

/** The indexes of the messages that are being written, one inside the other, and used again for the next. */
final class Levels {
    private static final FieldTable NOTHING = new FieldTableBuilder().build();

    private final int maxDepth;
    private FieldIndex[] indexes = {};
    private int depth;

    Levels(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** For the bytes of a message inside the present one. */
    FieldIndex enter(FieldTable table, byte[] bytes, int from, int to) {
        FieldIndex index = enter(from);
        index.scan(table, bytes, from, to);
        return index;
    }

    /** For a message that needs no index. */
    FieldIndex enter(int at) {
        if (depth == maxDepth) throw new MalformedReply("messages are nested deeper than " + maxDepth, at);
        if (depth == indexes.length) {
            indexes = Arrays.copyOf(indexes, depth + 8);
            for (int i = depth; i < indexes.length; i++) indexes[i] = new FieldIndex(NOTHING);
        }
        return indexes[depth++];
    }

    void leave() {
        depth--;
    }

    /** How many messages are open. */
    int depth() {
        return depth;
    }

    /** Leaves all that were entered since, after an error. */
    void leaveTo(int earlier) {
        depth = earlier;
    }
}
