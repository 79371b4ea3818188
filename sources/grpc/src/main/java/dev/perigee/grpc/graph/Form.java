package dev.perigee.grpc.graph;

/** How one value of a message's field is in the graph; a field that is repeated has several. Immutable. */
public sealed interface Form {
    /** A scalar of the graph. What it is on the wire, the field's descriptor says. */
    enum Scalar implements Form {
        BOOLEAN,
        /** {@code Int}: int32, sint32, sfixed32. */
        INT,
        /** {@code UInt32}: uint32, fixed32; a number in JSON. */
        UINT32,
        /** {@code Int64}, a string in JSON: int64, sint64, sfixed64. */
        INT64,
        /** {@code UInt64}, a string in JSON: uint64, fixed64. */
        UINT64,
        /** {@link #INT64} as a number in JSON, where it is asked for. */
        INT64_NUMBER,
        /** {@link #UINT64} as a number in JSON, where it is asked for. */
        UINT64_NUMBER,
        /** {@code Float}: float, in its own shortest form. */
        FLOAT,
        /** {@code Float}: double. */
        DOUBLE,
        STRING,
        /** {@code ID}: a string, or a number of any kind, that says which; a string in JSON. */
        ID,
        /** {@code Bytes}: base64, with padding. */
        BYTES,
        /** {@code google.protobuf.Timestamp} in the form of ProtoJSON. */
        TIMESTAMP,
        /** {@code google.protobuf.Duration} in the form of ProtoJSON. */
        DURATION,
        /** {@code google.protobuf.FieldMask} in the form of ProtoJSON. */
        FIELD_MASK,
        /** {@code google.protobuf.Struct}, {@code Value} or {@code ListValue} as plain JSON. */
        JSON,
        /** {@code google.protobuf.Any} in the form of ProtoJSON; type and base64 where the type is not known. */
        ANY,
        /** {@code google.protobuf.Empty}: {@code true}. */
        EMPTY
    }

    /** An enum. */
    record OfEnum(EnumShape type) implements Form {}

    /** A message, or the entry of a map, as an object. */
    record OfMessage(MessageType type) implements Form {}

    /** A message of {@code google/protobuf/wrappers.proto}: its value, null where it is absent. */
    record Wrapped(Form value) implements Form {}
}
