package dev.perigee.grpc.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written of a selected field. Immutable. @param <K> see {@link Selection} */
sealed interface Content<K> {
    /** Of what does not come from the message. */
    int NO_SLOT = -1;

    /** Where the value of the field is found, {@link #NO_SLOT} if it has none. */
    int slot();

    /** Whether its value is all of the field that there is in a message. */
    default boolean isList() {
        return false;
    }

    /** The same for all messages. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fixed<K>(byte[] json) implements Content<K> {
        @Override
        public int slot() {
            return NO_SLOT;
        }
    }

    /**
     * A value that nothing is selected below.
     *
     * @param absent what is written where it is absent; null if that is an error, which writing the default tells
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OneLeaf<K>(int slot, Leaf leaf, boolean nonNull, byte @Nullable [] absent, Default defaults)
            implements Content<K> {}

    /** A list of them. */
    record Leaves<K>(int slot, Leaf leaf) implements Content<K> {
        @Override
        public boolean isList() {
            return true;
        }
    }

    /** A map as one value of the scalar {@code JSON}. */
    record JsonMap<K>(int slot, MapShape map) implements Content<K> {
        @Override
        public boolean isList() {
            return true;
        }
    }

    /**
     * A message.
     *
     * @param nonNull whether null is not allowed
     * @param isDefaulted whether an absent one is an empty one
     */
    record OneObject<K>(int slot, Program<K> below, boolean nonNull, boolean isDefaulted) implements Content<K> {}

    /** A list of messages. */
    record Objects<K>(int slot, int wireType, Program<K> below) implements Content<K> {
        @Override
        public boolean isList() {
            return true;
        }
    }

    /** A map as a list of entries. */
    record Entries<K>(int slot, MapShape map, Program<K> below) implements Content<K> {
        @Override
        public boolean isList() {
            return true;
        }
    }

    /** A oneof as a union; its members are by their index in the message. */
    record Union<K>(int slot, Map<Integer, Program<K>> members) implements Content<K> {}
}
