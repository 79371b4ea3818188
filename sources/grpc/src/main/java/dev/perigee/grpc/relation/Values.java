package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Values of messages in one form each, so that a key is equal to itself wherever it was read: whole numbers of all kinds
 * and enums' numbers as Long, beyond that as BigInteger; else Double, Boolean, String,
 * ByteString, Instant, Duration.
 */
final class Values {
    private Values() {}

    /** Of a field's value, or of one of its items; null where the value of an enum has no number. */
    static @Nullable Object of(Object read, MessageField field) {
        FieldDescriptor scalar = scalar(FieldPath.descriptor(field));
        if (TimeValues.isTime(scalar)) return TimeValues.of(read, scalar);
        return switch (read) {
            case ByteString bytes -> bytes;
            case byte[] bytes -> ByteString.copyFrom(bytes);
            case String name
            when scalar.getJavaType() == JavaType.ENUM -> numberOf(name, FieldPath.form(field), scalar);
            case Number number -> number(number, scalar);
            default -> read;
        };
    }

    /** Whether a value says that nothing is there: an empty text of a field that can't be absent. */
    static boolean isUnset(@Nullable Object value, MessageField field) {
        if (value == null) return true;
        FieldDescriptor descriptor = FieldPath.descriptor(field);
        if (descriptor.hasPresence() || descriptor.isRepeated()) return false;
        return value.equals("") || value.equals(ByteString.EMPTY);
    }

    /** The field, or of a wrapper the field in it. */
    static FieldDescriptor scalar(FieldDescriptor field) {
        return isWrapper(field) ? field.getMessageType().findFieldByNumber(1) : field;
    }

    static boolean isWrapper(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().getFile().getFullName().equals("google/protobuf/wrappers.proto");
    }

    private static @Nullable Object numberOf(String name, Form form, FieldDescriptor field) {
        EnumShape shape = form instanceof Form.OfEnum ofEnum ? ofEnum.type() : null;
        var value = shape == null ? null : shape.value(name);
        if (value == null) value = field.getEnumType().findValueByName(name);
        return value == null ? null : Long.valueOf(value.getNumber());
    }

    private static Object number(Number number, FieldDescriptor field) {
        return switch (field.getType()) {
            case FLOAT, DOUBLE -> number.doubleValue();
            case UINT32, FIXED32 -> number instanceof Integer bits ? Integer.toUnsignedLong(bits) : number.longValue();
            case UINT64, FIXED64 -> number instanceof BigInteger big ? shorten(big) : unsigned(number.longValue());
            default -> number.longValue();
        };
    }

    private static Object unsigned(long bits) {
        return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    /** As Long where it fits. */
    static Object shorten(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
