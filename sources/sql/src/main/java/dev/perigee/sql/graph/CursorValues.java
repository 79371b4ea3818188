package dev.perigee.sql.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.sql.model.Kind;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of columns as bytes: whether there is one, then a form for each kind. */
final class CursorValues {
    /** Over what any database keeps; a forged one beyond would be a text of gigabytes to some drivers. */
    private static final int MOST_DECIMALS = 20_000;

    private static final int MOST_DECIMAL_BYTES = 65_536;

    private CursorValues() {}

    /** @throws IllegalArgumentException if values of the kind can't be compared, or the value is of another class */
    static void write(Kind kind, @Nullable Object value, DataOutputStream out) throws IOException {
        out.writeBoolean(value != null);
        if (value == null) return;
        if (!kind.isComparable() || !kind.javaClass().isInstance(value)) {
            throw new IllegalArgumentException(
                    "No cursor has a value of " + value.getClass() + " for the kind " + kind);
        }
        switch (value) {
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case BigDecimal number -> {
                out.writeInt(number.scale());
                writeBytes(number.unscaledValue().toByteArray(), out);
            }
            case Double number -> out.writeDouble(number);
            case String text -> writeBytes(text.getBytes(UTF_8), out);
            case UUID id -> {
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case LocalDate date -> out.writeLong(date.toEpochDay());
            case LocalTime time -> out.writeLong(time.toNanoOfDay());
            case LocalDateTime time -> {
                out.writeLong(time.toLocalDate().toEpochDay());
                out.writeLong(time.toLocalTime().toNanoOfDay());
            }
            case Instant instant -> {
                out.writeLong(instant.getEpochSecond());
                out.writeInt(instant.getNano());
            }
            default -> throw new IllegalArgumentException("No form for the kind " + kind);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * What {@link #write} wrote. Bytes that it did not write may come to any value of the kind, or fail in one of three
     * ways; {@link ArithmeticException} is for numbers out of range.
     *
     * @throws BufferUnderflowException if there are too few
     * @throws java.time.DateTimeException if there is no such time
     */
    static @Nullable Object read(Kind kind, ByteBuffer in) throws CharacterCodingException {
        if (in.get() == 0) return null;
        return switch (kind) {
            case BOOLEAN -> in.get() != 0;
            case INTEGER -> in.getInt();
            case BIGINT -> in.getLong();
            case DECIMAL -> decimal(in.getInt(), readBytes(in));
            case DOUBLE -> in.getDouble();
            case TEXT ->
                UTF_8.newDecoder().decode(ByteBuffer.wrap(readBytes(in))).toString();
            case UUID -> new UUID(in.getLong(), in.getLong());
            case DATE -> LocalDate.ofEpochDay(in.getLong());
            case TIME -> LocalTime.ofNanoOfDay(in.getLong());
            case TIMESTAMP -> LocalDateTime.of(LocalDate.ofEpochDay(in.getLong()), LocalTime.ofNanoOfDay(in.getLong()));
            case INSTANT -> Instant.ofEpochSecond(in.getLong(), in.getInt());
            case BINARY, JSON -> throw new IllegalArgumentException("No cursor has a value of the kind " + kind);
        };
    }

    private static BigDecimal decimal(int scale, byte[] unscaled) {
        if (unscaled.length == 0 || unscaled.length > MOST_DECIMAL_BYTES || Math.abs((long) scale) > MOST_DECIMALS) {
            throw new ArithmeticException("A decimal of scale " + scale);
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    private static byte[] readBytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
