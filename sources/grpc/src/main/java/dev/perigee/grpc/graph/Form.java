package dev.perigee.grpc.graph;

/** How one value of a message's field is in the graph; a field that is repeated has several. Immutable. */
public sealed interface Form {
    /** A scalar of the graph. What it is on the wire, the field's descriptor says. */
    enum Scalar implements Form {
        BOOLEAN("Boolean"),
        /** {@code Int}: int32, sint32, sfixed32. */
        INT("Int"),
        /** {@code UInt32}: uint32, fixed32; a number in JSON. */
        UINT32("UInt32"),
        /** {@code Int64}, a string in JSON: int64, sint64, sfixed64. */
        INT64("Int64"),
        /** {@code UInt64}, a string in JSON: uint64, fixed64. */
        UINT64("UInt64"),
        /** {@link #INT64} as a number in JSON, where it is asked for. */
        INT64_NUMBER("Int64"),
        /** {@link #UINT64} as a number in JSON, where it is asked for. */
        UINT64_NUMBER("UInt64"),
        /** {@code Float}: float, in its own shortest form. */
        FLOAT("Float"),
        /** {@code Float}: double. */
        DOUBLE("Float"),
        STRING("String"),
        /** {@code ID}: a string, or a number of any kind, that says which; a string in JSON. */
        ID("ID"),
        /** {@code Bytes}: base64, with padding. */
        BYTES("Bytes"),
        /** {@code google.protobuf.Timestamp} in the form of ProtoJSON. */
        TIMESTAMP("Timestamp"),
        /** {@code google.protobuf.Duration} in the form of ProtoJSON. */
        DURATION("Duration"),
        /** {@code google.protobuf.FieldMask} in the form of ProtoJSON. */
        FIELD_MASK("FieldMask"),
        /** {@code google.protobuf.Struct}, {@code Value} or {@code ListValue} as plain JSON. */
        JSON("JSON"),
        /** {@code google.protobuf.Any} in the form of ProtoJSON; type and base64 where the type is not known. */
        ANY("Any"),
        /** {@code google.protobuf.Empty}: {@code true}. */
        EMPTY("Boolean");

        private final String typeName;

        Scalar(String typeName) {
            this.typeName = typeName;
        }

        /** The name of the type in the graph. */
        public String typeName() {
            return typeName;
        }
    }

    /** An enum. */
    record OfEnum(EnumShape type) implements Form {}

    /** A message, or the entry of a map, as an object. */
    record OfMessage(MessageType type) implements Form {}

    /** A message of {@code google/protobuf/wrappers.proto}: its value, null where it is absent. */
    record Wrapped(Form value) implements Form {}
}
