package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * What an absent value counts as, in the form of a value that is there. Immutable.
 *
 * @param value the bits of a number, or the {@link Span} of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Default(byte[] bytes, long value) {
    static final byte[] NONE = {};

    static Default of(FieldDescriptor field) {
        if (field.isRepeated()) return new Default(NONE, 0);
        return switch (field.getJavaType()) {
            case BOOLEAN -> new Default(NONE, (boolean) field.getDefaultValue() ? 1 : 0);
            case INT -> new Default(NONE, bits(field, (int) field.getDefaultValue()));
            case LONG -> new Default(NONE, bits(field, (long) field.getDefaultValue()));
            case FLOAT -> new Default(NONE, Float.floatToRawIntBits((float) field.getDefaultValue()));
            case DOUBLE -> new Default(NONE, Double.doubleToRawLongBits((double) field.getDefaultValue()));
            case ENUM -> new Default(NONE, ((EnumValueDescriptor) field.getDefaultValue()).getNumber());
            case STRING -> of(((String) field.getDefaultValue()).getBytes(UTF_8));
            case BYTE_STRING -> of(((ByteString) field.getDefaultValue()).toByteArray());
            case MESSAGE -> new Default(NONE, 0);
        };
    }

    private static Default of(byte[] bytes) {
        return new Default(bytes, Span.of(0, bytes.length));
    }

    private static long bits(FieldDescriptor field, int value) {
        return field.getType() == FieldDescriptor.Type.SINT32 ? CodedOutputStream.encodeZigZag32(value) : value;
    }

    private static long bits(FieldDescriptor field, long value) {
        return field.getType() == FieldDescriptor.Type.SINT64 ? CodedOutputStream.encodeZigZag64(value) : value;
    }
}
