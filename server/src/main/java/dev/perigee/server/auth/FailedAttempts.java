package dev.perigee.server.auth;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong secrets, by client and where they come from: after ten within a minute, that place has to wait for the
 * minute's end, so that nobody keeps a client out that calls from elsewhere. 10,000 places are kept; thread-safe.
 */
final class FailedAttempts {
    static final int MOST = 10;
    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final int MOST_PLACES = 10_000;

    private final Clock clock;
    private final RecentEntries<Place, Count> counts = new RecentEntries<>(MOST_PLACES);

    /** @param client null for all that there are none of */
    record Place(InetAddress address, @Nullable String client) {}

    private record Count(int failures, Instant until) {}

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long a place has to wait; zero if it may try. */
    Duration wait(Place place) {
        Count count = counts.get(place);
        if (count == null || count.failures < MOST) return Duration.ZERO;
        Duration left = Duration.between(clock.instant(), count.until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** True if from now on it has to wait. */
    boolean add(Place place) {
        Instant now = clock.instant();
        Count after = counts.update(
                place,
                before -> before == null || !now.isBefore(before.until)
                        ? new Count(1, now.plus(PERIOD))
                        : new Count(before.failures + 1, before.until));
        return after.failures == MOST;
    }
}
