package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Points in time and durations, which are messages in the IDL but one value each: as Instant and Duration. */
final class TimeValues {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private TimeValues() {}

    static boolean isTime(FieldDescriptor field) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || field.isMapField()) return false;
        String file = field.getMessageType().getFile().getFullName();
        return file.equals("google/protobuf/timestamp.proto") || file.equals("google/protobuf/duration.proto");
    }

    static boolean isInstant(FieldDescriptor field) {
        return field.getMessageType().getName().equals("Timestamp");
    }

    /** Of a text in the form of ProtoJSON, or a message. */
    static Object of(Object read, FieldDescriptor field) {
        try {
            if (read instanceof Message message) return of(message, isInstant(field));
            if (!(read instanceof String text)) return read;
            return isInstant(field) ? Instant.parse(text) : duration(text);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw new ClientException(
                    "VALUE_OUT_OF_RANGE", "A time is out of the range of " + field.getFullName() + ".", e);
        }
    }

    private static Object of(Message message, boolean isInstant) {
        Descriptor type = message.getDescriptorForType();
        long seconds = (long) message.getField(type.findFieldByNumber(1));
        int nanos = (int) message.getField(type.findFieldByNumber(2));
        return isInstant ? Instant.ofEpochSecond(seconds, nanos) : Duration.ofSeconds(seconds, nanos);
    }

    private static Duration duration(String text) {
        BigDecimal nanos = new BigDecimal(text.substring(0, text.length() - 1)).multiply(NANOS);
        long[] parts = {
            nanos.toBigIntegerExact().divide(NANOS.toBigInteger()).longValueExact(),
            nanos.toBigIntegerExact().remainder(NANOS.toBigInteger()).longValueExact()
        };
        return Duration.ofSeconds(parts[0], parts[1]);
    }

    /** The message. In protobuf, both parts of a duration have one sign. */
    static ByteString written(Object time) {
        long seconds = time instanceof Instant instant ? instant.getEpochSecond() : ((Duration) time).getSeconds();
        int nanos = time instanceof Instant instant ? instant.getNano() : ((Duration) time).getNano();
        boolean isBelowZero = time instanceof Duration && seconds < 0 && nanos > 0;
        long wholeSeconds = isBelowZero ? seconds + 1 : seconds;
        int rest = isBelowZero ? nanos - 1_000_000_000 : nanos;
        return ValueWriter.written(out -> {
            if (wholeSeconds != 0) out.writeInt64(1, wholeSeconds);
            if (rest != 0) out.writeInt32(2, rest);
        });
    }
}
