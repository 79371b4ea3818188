package dev.perigee.client;

import java.time.Duration;

/**
 * How often and when a request is sent again that has failed. Queries are, if the connection fails, the answer is 502, 503
 * or 504, or 429 with {@code Retry-After}; anything else only if nothing of it can have arrived. All attempts together end
 * by the deadline of the operation. Immutable.
 *
 * <p>Delays double from {@code firstDelay} up to {@code maxDelay}, each shortened by chance to between half and all of it,
 * so that many clients don't come back at once. A server's {@code Retry-After} goes before that, also beyond {@code
 * maxDelay}; if it is later than the deadline, the answer stands.
 *
 * @param maxAttempts the first one included; at least 1
 */
public record Retries(int maxAttempts, Duration firstDelay, Duration maxDelay) {
    /** Each request once. */
    public static final Retries NONE = new Retries(1, Duration.ofMillis(100), Duration.ofMillis(100));
    /** Three attempts, which for failures at once take about a quarter of a second. */
    public static final Retries DEFAULT = new Retries(3, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public Retries {
        if (maxAttempts < 1) throw new IllegalArgumentException("maxAttempts: " + maxAttempts + " (at least 1)");
        if (!firstDelay.isPositive())
            throw new IllegalArgumentException("firstDelay: " + firstDelay + " (more than nothing)");
        if (maxDelay.compareTo(firstDelay) < 0)
            throw new IllegalArgumentException("maxDelay: " + maxDelay + " (at least firstDelay, " + firstDelay + ")");
    }

    /**
     * How long to wait after a failure.
     *
     * @param failures so far, at least 1
     * @param chance from 0 to 1
     */
    public Duration delay(int failures, double chance) {
        double doubled = firstDelay.toNanos() * Math.pow(2, failures - 1d);
        return Duration.ofNanos((long) (Math.min(doubled, maxDelay.toNanos()) * (0.5 + chance / 2)));
    }
}
