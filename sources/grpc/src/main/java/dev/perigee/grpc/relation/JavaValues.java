package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Java code and other sources have, in the forms of {@link Values}. */
final class JavaValues {
    private JavaValues() {}

    /** Null if a field can't have the value. */
    static @Nullable Object of(Object value, FieldDescriptor target) {
        return switch (ValueKind.of(target).basic()) {
            case INTEGER -> whole(value);
            case FLOAT -> value instanceof Number number ? number.doubleValue() : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case TEXT, ID -> text(value);
            case BYTES -> bytes(value);
            case ENUM -> number(value, Values.scalar(target));
            case TIME -> time(value, TimeValues.isInstant(target));
            case OTHER -> null;
        };
    }

    private static @Nullable Object whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> Values.shorten(number);
            case BigDecimal number ->
                number.stripTrailingZeros().scale() <= 0 && number.precision() <= 20
                        ? Values.shorten(number.toBigInteger())
                        : null;
            case String digits -> // longer than any number that a field can have: not worth reading
                digits.length() <= 20 && digits.matches("-?[0-9]+") ? Values.shorten(new BigInteger(digits)) : null;
            default -> null;
        };
    }

    private static @Nullable Object text(Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case Enum<?> constant -> constant.name();
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case UUID id -> id.toString();
            default -> null;
        };
    }

    private static @Nullable Object bytes(Object value) {
        return switch (value) {
            case byte[] bytes -> ByteString.copyFrom(bytes);
            case ByteString bytes -> bytes;
            default -> null;
        };
    }

    private static @Nullable Object number(Object value, FieldDescriptor target) {
        if (value instanceof Integer number) return number.longValue();
        String name = value instanceof Enum<?> constant ? constant.name() : value.toString();
        EnumValueDescriptor found = target.getEnumType().findValueByName(name);
        return found == null ? null : Long.valueOf(found.getNumber());
    }

    private static @Nullable Object time(Object value, boolean isInstant) {
        return switch (value) {
            case Instant instant -> isInstant ? instant : null;
            case OffsetDateTime instant -> isInstant ? instant.toInstant() : null;
            case Duration duration -> isInstant ? null : duration;
            default -> null;
        };
    }
}
