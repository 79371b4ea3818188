package dev.perigee.execution;

import java.time.Duration;

/**
 * What one request may cost beyond its document. Immutable.
 *
 * @param maxPlannedFields fields of a plan, each concrete type of an interface or union counted by itself; a document
 *     over it is a request error
 * @param maxValidationErrors after so many the rest is not looked for
 * @param maxResponseBytes bytes of a response; what is over it has no data and one error
 * @param timeout from the arrival of a request until what is missing of its response becomes errors; at most 365
 *     days
 * @param cachedPlans plans that are kept for documents that come again, for each audience of the schema
 */
public record EngineLimits(
        int maxPlannedFields, int maxValidationErrors, int maxResponseBytes, Duration timeout, int cachedPlans) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** 50,000 fields, 100 errors, 256 MiB, 30 seconds, 1,000 plans. */
    public static final EngineLimits DEFAULT = new EngineLimits(50_000, 100, 256 << 20, Duration.ofSeconds(30), 1_000);

    /** @throws IllegalArgumentException if a value is below 1, or the timeout out of its range */
    public EngineLimits {
        atLeastOne("maxPlannedFields", maxPlannedFields);
        atLeastOne("maxValidationErrors", maxValidationErrors);
        atLeastOne("maxResponseBytes", maxResponseBytes);
        atLeastOne("cachedPlans", cachedPlans);
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " (more than nothing, at most 365 days)");
        }
    }

    public EngineLimits withTimeout(Duration longest) {
        return new EngineLimits(maxPlannedFields, maxValidationErrors, maxResponseBytes, longest, cachedPlans);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) throw new IllegalArgumentException(name + ": " + value + " (at least 1)");
    }
}
