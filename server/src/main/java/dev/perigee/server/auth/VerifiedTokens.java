package dev.perigee.server.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.perigee.data.Caller;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The callers of tokens that were found good a short while ago, by the tokens' hashes: the tokens themselves are not kept.
 * Only good ones come in, and 10,000 stay. Thread-safe.
 */
final class VerifiedTokens {
    private static final int MOST = 10_000;

    private final RecentEntries<ByteBuffer, Verified> known = new RecentEntries<>(MOST);

    private record Verified(Caller caller, Instant until) {}

    @Nullable Caller find(String token, Instant now) {
        ByteBuffer hash = hash(token);
        Verified found = known.get(hash);
        if (found == null) return null;
        if (now.isBefore(found.until)) return found.caller;
        known.remove(hash, found);
        return null;
    }

    void add(String token, Caller caller, Instant until) {
        known.put(hash(token), new Verified(caller, until));
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
