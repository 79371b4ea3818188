package dev.perigee.grpc.input;

import org.jspecify.annotations.Nullable;

/** Writes a field of a message, or a oneof, from an argument. Immutable. */
interface FieldWriter {
    /**
     * Tags and values; nothing where the argument leaves the field unset.
     *
     * @param value as it was given: null says that null was given
     * @throws dev.perigee.schema.CoercionException if the field can't have it; the encoding's path then says where
     */
    void write(@Nullable Object value, Encoding encoding);
}
