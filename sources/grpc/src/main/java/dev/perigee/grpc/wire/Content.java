package dev.perigee.grpc.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written of a selected field. Immutable. @param <K> see {@link Selection} */
sealed interface Content<K> {
    /** The same for all messages. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fixed<K>(byte[] json) implements Content<K> {}

    /**
     * A value that nothing is selected below.
     *
     * @param absent what is written where it is absent; null if that is an error, which writing the default tells
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OneLeaf<K>(int slot, Leaf leaf, boolean nonNull, byte @Nullable [] absent, Default defaults)
            implements Content<K> {}

    /** A list of them. */
    record Leaves<K>(int slot, Leaf leaf) implements Content<K> {}

    /** A map as one value of the scalar {@code JSON}. */
    record JsonMap<K>(int slot, MapShape map) implements Content<K> {}

    /**
     * A message.
     *
     * @param nonNull whether null is not allowed
     * @param isDefaulted whether an absent one is an empty one
     */
    record OneObject<K>(int slot, Program<K> below, boolean nonNull, boolean isDefaulted) implements Content<K> {}

    /** A list of messages. */
    record Objects<K>(int slot, int wireType, Program<K> below) implements Content<K> {}

    /** A map as a list of entries. */
    record Entries<K>(int slot, MapShape map, Program<K> below) implements Content<K> {}

    /** A oneof as a union; its members are by their index in the message. */
    record Union<K>(int slot, Map<Integer, Program<K>> members) implements Content<K> {}
}
