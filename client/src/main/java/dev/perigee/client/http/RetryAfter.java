package dev.perigee.client.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a server wants to be asked again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">Retry-After</a>
 */
final class RetryAfter {
    /** Longer than any deadline, and far from what a number of nanoseconds can't hold. */
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** {@code Retry-After :: HTTP-date delay-seconds}; empty for what is neither. */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (text.matches("[0-9]+")) {
            boolean isLong = text.length() > MOST_DIGITS;
            return Optional.of(isLong ? Duration.ofDays(365) : Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration left = Duration.between(now, Instant.from(RFC_1123_DATE_TIME.parse(text)));
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
