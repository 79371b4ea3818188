package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one value is written that nothing is selected below. Immutable.
 *
 * @param wireType of one value
 * @param isQuoted whether a number or a boolean is a string; a float or double, only where JSON has no number for it
 * @param names of an enum
 * @param isClosed whether an enum's unknown numbers count as absent
 * @param wrapped of a wrapper, what its value is
 * @param message of a message that is written whole
 */
record Leaf(
        Kind kind,
        int wireType,
        boolean isQuoted,
        @Nullable EnumJson names,
        boolean isClosed,
        @Nullable Leaf wrapped,
        @Nullable Descriptor message) {
    /** What the bits or bytes of a value are, and their form. */
    enum Kind {
        BOOLEAN,
        INT,
        /** An int by zigzag. */
        SINT,
        UINT,
        LONG,
        /** A long by zigzag. */
        SLONG,
        ULONG,
        FLOAT,
        DOUBLE,
        STRING,
        BYTES,
        ENUM,
        /** {@code google.protobuf.NullValue}. */
        NULL,
        /** {@code google.protobuf.Empty} as {@code true}. */
        TRUE,
        TIMESTAMP,
        DURATION,
        FIELD_MASK,
        STRUCT,
        LIST,
        VALUE,
        ANY,
        WRAPPER,
        /** A message in the form of ProtoJSON. */
        MESSAGE
    }

    static Leaf of(Kind kind, FieldDescriptor field, boolean isQuoted) {
        return new Leaf(kind, FieldTableBuilder.wireType(field), isQuoted, null, false, null, null);
    }

    static Leaf ofEnum(FieldDescriptor field, EnumJson names) {
        boolean isClosed = field.getEnumType().isClosed();
        return new Leaf(Kind.ENUM, Wire.VARINT, false, names, isClosed, null, null);
    }

    static Leaf ofWrapper(int wireType, Leaf wrapped) {
        return new Leaf(Kind.WRAPPER, wireType, false, null, false, wrapped, null);
    }

    /** @param kind of a message */
    static Leaf ofMessage(Kind kind, int wireType, Descriptor type) {
        return new Leaf(kind, wireType, false, null, false, null, type);
    }

    /** Whether the value is left out: an unknown number of a closed enum. */
    boolean ignores(long value) {
        return isClosed && names != null && !names.isKnown((int) value);
    }

    EnumJson requiredNames() {
        return Objects.requireNonNull(names);
    }

    Leaf requiredWrapped() {
        return Objects.requireNonNull(wrapped);
    }

    Descriptor requiredMessage() {
        return Objects.requireNonNull(message);
    }

    /** Whether its value is a message, of which there may be several pieces. */
    boolean isMessage() {
        return kind.compareTo(Kind.TRUE) >= 0;
    }
}
