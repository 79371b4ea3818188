package dev.perigee.grpc.input;

import com.google.protobuf.Timestamp;
import dev.perigee.schema.Coercion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/**
 * {@code Timestamp}: an Instant of the years 1 to 9999, from RFC 3339 with any offset; to UTC with no, 3, 6 or 9 digits
 * of a second.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class TimestampCoercion implements Coercion {
    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Stricter than the JDK's parser, which lets seconds be left out, and years have more digits than four. */
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    @Override
    public Instant coerceInput(Object value) {
        if (!(value instanceof String text) || !FORM.matcher(text).matches()) {
            throw Misfit.of("Timestamp", value, "not a point in time, such as \"2026-02-28T23:59:00Z\"");
        }
        try {
            return inRange(OffsetDateTime.parse(text).toInstant(), value);
        } catch (DateTimeException noSuchTime) {
            throw Misfit.of("Timestamp", value, "no time that there is");
        }
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case Instant instant -> inRange(instant, instant.toString()).toString();
            case Timestamp message -> inRange(ofMessage(message), "a message").toString();
            case OffsetDateTime time -> coerceResult(time.toInstant());
            case ZonedDateTime time -> coerceResult(time.toInstant());
            case String text -> coerceInput(text).toString();
            default -> throw Misfit.of("Timestamp", value, "not a point in time");
        };
    }

    private static Instant ofMessage(Timestamp message) {
        int nanos = message.getNanos();
        boolean isValid = nanos >= 0 && nanos < 1_000_000_000;
        try {
            if (isValid) return Instant.ofEpochSecond(message.getSeconds(), nanos);
        } catch (DateTimeException outside) {
            throw Misfit.of("Timestamp", message.getSeconds(), "seconds outside the years 1 to 9999");
        }
        throw Misfit.of("Timestamp", nanos, "nanoseconds outside the range from 0 to 999999999");
    }

    private static Instant inRange(Instant instant, Object value) {
        if (!instant.isBefore(FIRST) && instant.isBefore(END)) return instant;
        throw Misfit.of("Timestamp", value, "outside the years 1 to 9999");
    }
}
