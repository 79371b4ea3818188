package dev.perigee.server;

import dev.perigee.data.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a caller's token is still good for, as its claim {@code exp} says. */
final class Expiry {
    private static final Duration LONGEST = Duration.ofDays(365);

    private Expiry() {}

    /** Null if nothing is said, or so long that nothing will be left of this process. */
    static @Nullable Duration of(@Nullable Caller caller) {
        if (caller == null || !(caller.claims().get("exp") instanceof Number seconds)) return null;
        long left = seconds.longValue() - Instant.now().getEpochSecond();
        if (left > LONGEST.toSeconds()) return null;
        return Duration.ofSeconds(Math.max(0, left));
    }
}
