package dev.perigee.examples.moongate.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that say who somebody is, signed with HMAC-SHA256: who reads them needs the key, and no database. Thread-safe.
 *
 * <p>A token is {@code base64(expiry name scopes) "." base64(signature)}; the expiry is in seconds of Unix time.
 */
public final class Tokens {
    static final Duration VALIDITY = Duration.ofHours(1);
    private static final String SCHEME = "Bearer ";
    private static final int MOST_CHARACTERS = 1_000;

    private final SecretKeySpec key;
    private final Clock clock;

    Tokens(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    /** With a key that nobody has: tokens are worth nothing once this process has ended. */
    public static Tokens withNewKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Tokens(key, Clock.systemUTC());
    }

    /** @param caller whose name has no space */
    public String issue(Caller caller) {
        long expiry = clock.instant().plus(VALIDITY).getEpochSecond();
        String scopes = String.join(" ", caller.scopes().stream().sorted().toList());
        byte[] text = (expiry + " " + caller.name() + " " + scopes).strip().getBytes(UTF_8);
        return encoded(text) + "." + encoded(signature(text));
    }

    /**
     * Who makes a request.
     *
     * @param authorization the header of the name, null if there is none: {@link Caller#ANONYMOUS}
     * @throws ClientException {@code UNAUTHENTICATED} if it has no token of ours that is still valid
     */
    public Caller caller(@Nullable String authorization) {
        if (authorization == null) return Caller.ANONYMOUS;
        String[] text = signedText(authorization).split(" ", -1);
        if (clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(text[0]))))
            throw refusal("The token has expired");
        return new Caller(text[1], Set.of(), Set.copyOf(List.of(text).subList(2, text.length)));
    }

    private String signedText(String authorization) {
        String[] parts = authorization.length() <= MOST_CHARACTERS && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).split("\\.", -1)
                : new String[0];
        if (parts.length != 2) throw refusal("The header authorization has no token of ours");
        byte[] text = decoded(parts[0]);
        if (!MessageDigest.isEqual(signature(text), decoded(parts[1]))) throw refusal("The token is not valid");
        return new String(text, UTF_8);
    }

    private static ClientException refusal(String reason) {
        return new ClientException("UNAUTHENTICATED", reason + ". Log in, and send \"Bearer\" and the token.");
    }

    private byte[] signature(byte[] text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refusal("The token is not valid");
        }
    }
}
