package dev.perigee.server.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.perigee.server.AuthenticationUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an authorization server, fetched when they are needed and kept for a while. A key that is not among them is
 * looked for once more, since it may be new: at most every few seconds, and once for all who look at that time. If the
 * server is away, the keys from before hold for a while.
 *
 * <p>Not the cache of Nimbus, which goes by the clock of the system and lets two fetches through for one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517, JSON Web Key</a>
 */
final class RemoteKeys implements KeySource {
    /** Also how long a key that is withdrawn may still be good. */
    static final Duration KEPT = Duration.ofMinutes(5);

    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    static final Duration KEPT_WHILE_AWAY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);

    private final Location location;
    private final KeyDocuments documents;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Keys known;
    private @Nullable URI uri;
    private @Nullable Instant lastFetch;

    /** Where the keys are; asked until it answers. */
    @FunctionalInterface
    interface Location {
        URI find() throws IOException;
    }

    private record Keys(JWKSet set, Instant fetched) {}

    RemoteKeys(Location location, KeyDocuments documents, Clock clock) {
        this.location = location;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public List<JWK> select(JWKSelector selector) {
        Keys now = current();
        List<JWK> found = selector.select(now.set);
        return found.isEmpty() ? selector.select(newer(now).set) : found;
    }

    private Keys current() {
        Keys now = known;
        if (now == null) return newer(null);
        if (isWithin(KEPT, now.fetched)) return now;
        // One fetches; the others need not wait for it, while these may still hold.
        return fetching.isLocked() && isWithin(KEPT_WHILE_AWAY, now.fetched) ? now : newer(now);
    }

    /** The ones after those; they are still the same if it is too early to ask, or nobody answers. */
    private Keys newer(@Nullable Keys before) {
        fetching.lock();
        try {
            Keys now = known;
            if (now != null && now != before) return now;
            if (lastFetch == null || !isWithin(BETWEEN_FETCHES, lastFetch)) now = fetch(now);
            if (now == null || !isWithin(KEPT_WHILE_AWAY, now.fetched)) throw new AuthenticationUnavailableException();
            return now;
        } finally {
            fetching.unlock();
        }
    }

    private @Nullable Keys fetch(@Nullable Keys before) {
        Instant now = clock.instant();
        lastFetch = now;
        try {
            if (uri == null) uri = location.find();
            return known = new Keys(JWKSet.parse(documents.get(uri)), now);
        } catch (IOException e) {
            LOG.warn("Can't get the keys of tokens. {}", e.getMessage());
            uri = null; // they may have moved
        } catch (ParseException e) {
            LOG.warn("The keys of tokens at {} are no set of JSON Web Keys: {}", uri, e.getMessage());
        }
        return before;
    }

    private boolean isWithin(Duration time, Instant since) {
        return Duration.between(since, clock.instant()).compareTo(time) < 0;
    }
}
