package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import java.util.Locale;

/**
 * What kind of value a field or an argument has, as far as one can stand for the other.
 *
 * @param shown as people know the type
 */
record ValueKind(Basic basic, String shown) {
    enum Basic {
        INTEGER,
        FLOAT,
        BOOLEAN,
        TEXT,
        /** {@code ID}: a text, or a number as text. */
        ID,
        BYTES,
        ENUM,
        /** {@code Timestamp} or {@code Duration}. */
        TIME,
        OTHER
    }

    /** Of one value of a field; a wrapper is what is in it. */
    static ValueKind of(FieldDescriptor field) {
        FieldDescriptor scalar = Values.scalar(field);
        return switch (scalar.getJavaType()) {
            case INT, LONG -> new ValueKind(Basic.INTEGER, protoName(scalar));
            case FLOAT, DOUBLE -> new ValueKind(Basic.FLOAT, protoName(scalar));
            case BOOLEAN -> new ValueKind(Basic.BOOLEAN, "bool");
            case STRING -> new ValueKind(Basic.TEXT, "string");
            case BYTE_STRING -> new ValueKind(Basic.BYTES, "bytes");
            case ENUM -> new ValueKind(Basic.ENUM, scalar.getEnumType().getFullName());
            case MESSAGE -> {
                Basic basic = TimeValues.isTime(scalar) ? Basic.TIME : Basic.OTHER;
                yield new ValueKind(basic, scalar.getMessageType().getFullName());
            }
        };
    }

    /** Of a type of the graph; an enum's name is not yet the IDL's. */
    static ValueKind of(DefinedType type) {
        if (type instanceof EnumType) return new ValueKind(Basic.ENUM, type.name());
        if (type instanceof InputObjectType) return new ValueKind(Basic.OTHER, type.name());
        Basic basic = switch (type.name()) {
            case "Int", "UInt32", "Int64", "UInt64" -> Basic.INTEGER;
            case "Float" -> Basic.FLOAT;
            case "Boolean" -> Basic.BOOLEAN;
            case "String" -> Basic.TEXT;
            case "ID" -> Basic.ID;
            case "Bytes" -> Basic.BYTES;
            default -> Basic.OTHER;
        };
        boolean isTime = type.name().equals("Timestamp") || type.name().equals("Duration");
        return isTime ? new ValueKind(Basic.TIME, "google.protobuf." + type.name()) : new ValueKind(basic, type.name());
    }

    /** Whether such a value can stand in a field of another kind; a number may still be out of its range. */
    boolean fits(ValueKind target) {
        return switch (basic) {
            case OTHER -> false;
            case ENUM, TIME -> equals(target);
            case ID -> target.basic == Basic.TEXT || target.basic == Basic.INTEGER;
            case INTEGER -> target.basic == Basic.INTEGER || target.basic == Basic.FLOAT;
            default -> basic == target.basic;
        };
    }

    /** Whether values of both are equal where they mean the same: numbers of different sizes are. */
    boolean isSameKey(ValueKind other) {
        if (basic == Basic.FLOAT || basic == Basic.TIME || basic == Basic.OTHER) return false;
        return basic == Basic.ENUM ? equals(other) : basic == other.basic;
    }

    private static String protoName(FieldDescriptor field) {
        return field.getType().name().toLowerCase(Locale.ROOT);
    }
}
