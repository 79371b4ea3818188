package dev.perigee.grpc.input;

import dev.perigee.schema.Coercion;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Duration}: a java.time.Duration of at most 10000 years, from seconds with at most 9 digits of a fraction, such
 * as {@code 1.5s}; to no, 3, 6 or 9 digits.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class DurationCoercion implements Coercion {
    private static final Pattern FORM = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");
    private static final Duration LONGEST = Duration.ofSeconds(315_576_000_000L);
    private static final int NANOS_A_SECOND = 1_000_000_000;

    @Override
    public Duration coerceInput(Object value) {
        Matcher parts = value instanceof String text ? FORM.matcher(text) : null;
        if (parts == null || !parts.matches()) {
            throw Misfit.of("Duration", value, "not a number of seconds, such as \"1.5s\"");
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        Duration length = Duration.ofSeconds(
                Long.parseLong(parts.group(2)), Long.parseLong(fraction + "0".repeat(9 - fraction.length())));
        return inRange(parts.group(1).isEmpty() ? length : length.negated(), value);
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case Duration duration -> text(inRange(duration, duration.toString()));
            case com.google.protobuf.Duration message -> text(ofMessage(message));
            case String text -> text(coerceInput(text));
            default -> throw Misfit.of("Duration", value, "not a length of time");
        };
    }

    private static Duration ofMessage(com.google.protobuf.Duration message) {
        long seconds = message.getSeconds();
        int nanos = message.getNanos();
        boolean isValid =
                Math.abs((long) nanos) < NANOS_A_SECOND && (seconds == 0 || nanos == 0 || seconds < 0 == nanos < 0);
        if (!isValid || Math.abs(seconds) > LONGEST.getSeconds()) {
            throw Misfit.of(
                    "Duration", seconds, "seconds, with " + nanos + " nanoseconds, outside the range of 10000 years");
        }
        return inRange(Duration.ofSeconds(seconds, nanos), seconds);
    }

    static Duration inRange(Duration length, Object value) {
        if (length.compareTo(LONGEST) <= 0 && length.compareTo(LONGEST.negated()) >= 0) return length;
        throw Misfit.of("Duration", value, "longer than 315576000000 seconds");
    }

    private static String text(Duration duration) {
        Duration length = duration.abs();
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "").append(length.getSeconds());
        int nanos = length.getNano();
        if (nanos != 0) {
            String digits = Integer.toString(NANOS_A_SECOND + nanos).substring(1);
            int shown = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
            text.append('.').append(digits, 0, shown);
        }
        return text.append('s').toString();
    }
}
