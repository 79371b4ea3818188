package dev.perigee.grpc.input;

import org.jspecify.annotations.Nullable;

/** One message while it is written: its bytes so far, and the place in the arguments. One thread. */
final class Encoding {
    private final WireBuffer out = new WireBuffer();
    private final InputPath path;

    Encoding(@Nullable String argument) {
        path = new InputPath(argument);
    }

    WireBuffer out() {
        return out;
    }

    InputPath path() {
        return path;
    }

    /** Begins a message within this one; {@link #endMessage} takes what this returned. */
    int beginMessage() {
        path.descend();
        return out.begin();
    }

    void endMessage(int start) {
        path.ascend();
        out.end(start);
    }

    void beginGroup() {
        path.descend();
    }

    void endGroup(int fieldNumber) {
        path.ascend();
        out.tag(fieldNumber, WireBuffer.END_GROUP);
    }
}
