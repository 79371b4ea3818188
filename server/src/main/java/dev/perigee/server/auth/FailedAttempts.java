package dev.perigee.server.auth;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong secrets, by client and where they come from: after ten within a minute, that place has to wait for the
 * minute's end, so that nobody keeps a client out that calls from elsewhere. Bounded; thread-safe.
 */
final class FailedAttempts {
    static final int MOST = 10;
    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final int MOST_PLACES = 10_000;

    private final Clock clock;
    private final Map<Place, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Count> eldest) {
            return size() > MOST_PLACES;
        }
    };

    /** @param client null for all that there are none of */
    record Place(InetAddress address, @Nullable String client) {}

    private record Count(int failures, Instant until) {}

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long a place has to wait; zero if it may try. */
    synchronized Duration wait(Place place) {
        Count count = counts.get(place);
        if (count == null || count.failures < MOST) return Duration.ZERO;
        Duration left = Duration.between(clock.instant(), count.until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** True if from now on it has to wait. */
    synchronized boolean add(Place place) {
        Instant now = clock.instant();
        Count before = counts.get(place);
        Count after = before == null || !now.isBefore(before.until)
                ? new Count(1, now.plus(PERIOD))
                : new Count(before.failures + 1, before.until);
        counts.put(place, after);
        return after.failures == MOST;
    }
}
