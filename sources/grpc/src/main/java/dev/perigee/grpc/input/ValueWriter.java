package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;

/** Writes one value of a field, in the form that its type has on the wire. Immutable. */
interface ValueWriter {
    /** Of the tag before the value. */
    int wireType();

    /**
     * The value with all that it consists of, its length if it has one; not the tag.
     *
     * @throws CoercionException if it is none of the field's; the encoding's path then says where
     */
    void write(Object value, Encoding encoding);

    /** Whether null is a value like others; else it is the lack of one. */
    default boolean hasNull() {
        return false;
    }

    /** The value null, like {@link #write}, if it {@link #hasNull is one}. */
    default void writeNull(Encoding encoding) {
        throw new IllegalStateException("Null is no value of " + this + ".");
    }
}
