package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.EnumDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What a scan does with a field that it meets. Immutable.
 *
 * @param slot where its value is kept
 * @param bit of the slot, 0 if nothing is kept
 * @param clears the bits of what does not count any more: the other members of its oneof
 * @param member of a oneof with one slot for all of them, its index in the message; otherwise 0
 * @param closed of a closed enum: numbers that it has no value for count as absent
 */
record Target(
        Action action,
        int slot,
        long bit,
        long clears,
        int member,
        @Nullable EnumDescriptor closed) {
    /** What is kept of a field that occurs several times. */
    enum Action {
        /** The last value; it clears nothing, and none is ignored. */
        PLAIN,
        /** The last value. */
        LAST,
        /** All of them, as one message. */
        MERGE,
        /** From the first to the last: the items of a list, and whatever else is between them. */
        LIST,
        /** The last member of the oneof, and which one that is. */
        MEMBER,
        /** Nothing: it is not asked for. */
        NOTHING
    }

    /** Whether it has nothing to do with other fields, and each value of it counts. */
    boolean isSimple() {
        return clears == 0 && closed == null && action != Action.MEMBER && action != Action.NOTHING;
    }

    /** Whether a field counts as absent. */
    boolean ignores(long value) {
        return closed != null && closed.findValueByNumber((int) value) == null;
    }
}
