package dev.perigee.client.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A token as requests carry it. Immutable.
 *
 * @param replaceAt when it is time to fetch another one
 * @param unusableAt when it is too late for a request to carry it
 */
record Token(Map<String, String> headers, Instant replaceAt, Instant unusableAt) {
    /** What a request may be on its way, and clocks may differ. */
    private static final Duration SAFETY = Duration.ofSeconds(5);
    /** Longer than a program runs, and far from the end of what an instant can say. */
    private static final long MAX_LIFETIME_SECONDS = Duration.ofDays(3650).toSeconds();

    /**
     * @param asked when its life began, at the earliest
     * @param lifetimeSeconds 0 if the server doesn't say: it then serves until it is rejected
     * @param replaceBefore how long before its end another one is fetched; at most a third of its life
     */
    static Token of(String authorization, Instant asked, long lifetimeSeconds, Duration replaceBefore) {
        Map<String, String> headers = Map.of("authorization", authorization);
        if (lifetimeSeconds <= 0) return new Token(headers, Instant.MAX, Instant.MAX);
        Duration lifetime = Duration.ofSeconds(Math.min(lifetimeSeconds, MAX_LIFETIME_SECONDS));
        Instant end = asked.plus(lifetime);
        Instant replaceAt = end.minus(shorter(replaceBefore, lifetime.dividedBy(3)));
        return new Token(headers, replaceAt, end.minus(shorter(SAFETY, lifetime.dividedBy(10))));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    boolean isUsable(Instant now) {
        return now.isBefore(unusableAt);
    }

    boolean isToBeReplaced(Instant now) {
        return !now.isBefore(replaceAt);
    }

    /** Not the token: this may end up in a log. */
    @Override
    public String toString() {
        return "Token[until " + unusableAt + "]";
    }
}
