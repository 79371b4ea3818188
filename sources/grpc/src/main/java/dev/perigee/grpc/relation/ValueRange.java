package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigInteger;

/** Which whole numbers a field can have. */
final class ValueRange {
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private ValueRange() {}

    /** Of a Long or BigInteger; true for all else, and for fields that are no whole numbers. */
    static boolean fits(Object value, FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32, ENUM -> isWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT32, FIXED32 -> isWithin(value, 0, 0xFFFFFFFFL);
            case INT64, SINT64, SFIXED64 -> !(value instanceof BigInteger);
            case UINT64, FIXED64 ->
                value instanceof BigInteger big
                        ? big.signum() >= 0 && big.compareTo(UINT64_MAX) <= 0
                        : isWithin(value, 0, Long.MAX_VALUE);
            default -> true;
        };
    }

    private static boolean isWithin(Object value, long least, long most) {
        if (value instanceof BigInteger) return false;
        return !(value instanceof Long number) || (number >= least && number <= most);
    }
}
