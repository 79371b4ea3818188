package dev.perigee.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.perigee.server.AuthenticationUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that a {@link TokenEndpoint} signs with: the newest signs, until it is old enough for another. Those before stay
 * public until the last token that they have signed is over. Thread-safe; may block for a file.
 */
final class SigningKeys implements KeySource {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    /** For instances whose clocks differ, and caches of who verifies. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    /** A token of a key that is not known may be of another instance; but not each of them is worth to read the file. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final @Nullable KeyFile file;
    private final Duration rotation;
    private final Clock clock;
    private volatile List<ECKey> keys; // the newest last
    private Instant lastRead;

    /**
     * @param file null to have keys as long as the process lives
     * @throws IOException if the file can't be read or written
     */
    SigningKeys(@Nullable KeyFile file, Duration rotation, Clock clock) throws IOException {
        this.file = file;
        this.rotation = rotation;
        this.clock = clock;
        this.lastRead = clock.instant();
        this.keys = file == null ? List.of() : file.read();
        current();
    }

    /** The one to sign with now. */
    synchronized ECKey current() throws IOException {
        if (!isCurrent(keys)) {
            // Another instance may have made one meanwhile.
            keys = file == null
                    ? withAnother(keys)
                    : file.update(stored -> isCurrent(stored) ? stored : withAnother(stored));
        }
        return keys.getLast();
    }

    /** All whose tokens may still be good, without what is secret. */
    JWKSet published() throws IOException {
        current();
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
    }

    @Override
    public List<JWK> select(JWKSelector selector) {
        List<JWK> found = selector.select(new JWKSet(List.copyOf(keys)));
        return found.isEmpty() && file != null ? selector.select(new JWKSet(List.copyOf(reread(file)))) : found;
    }

    private synchronized List<ECKey> reread(KeyFile file) {
        Instant now = clock.instant();
        if (now.isBefore(lastRead.plus(BETWEEN_READS))) return keys;
        lastRead = now;
        try {
            List<ECKey> stored = file.read();
            if (!stored.isEmpty()) keys = stored;
            return keys;
        } catch (IOException e) {
            LOG.error("Can't read the keys of the token endpoint. {}", e.getMessage());
            throw new AuthenticationUnavailableException();
        }
    }

    private boolean isCurrent(List<ECKey> among) {
        return !among.isEmpty()
                && clock.instant().isBefore(made(among.getLast()).plus(rotation));
    }

    private List<ECKey> withAnother(List<ECKey> before) {
        Instant now = clock.instant();
        List<ECKey> after = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Instant lastSigned = i + 1 < before.size() ? made(before.get(i + 1)) : now;
            if (now.isBefore(lastSigned.plus(TokenClient.LONGEST_LIFETIME).plus(SLACK))) after.add(before.get(i));
        }
        after.add(newKey(now));
        return List.copyOf(after);
    }

    private static Instant made(ECKey key) {
        return key.getIssueTime().toInstant();
    }

    private static ECKey newKey(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }
}
