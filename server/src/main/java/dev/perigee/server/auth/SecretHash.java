package dev.perigee.server.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A client's secret as it is kept: by PBKDF2 with a salt of its own, so that who reads it can't use it. Takes some tens of
 * milliseconds to make or to compare. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, PBKDF2</a>
 */
public final class SecretHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** A few guesses a second for each core, where secrets that we make have 256 bits. */
    private static final int ITERATIONS = 210_000;

    private static final int MOST_ITERATIONS = 5_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SECRET_BYTES = 32;

    private static final Pattern TEXT =
            Pattern.compile("pbkdf2-sha256:([1-9][0-9]{3,6}):([A-Za-z0-9_-]{11,86}):([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private SecretHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** A secret that nobody can guess: 43 characters that need no escaping anywhere. */
    public static String newSecret() {
        return encode(random(SECRET_BYTES));
    }

    public static SecretHash of(String secret) {
        byte[] salt = random(SALT_BYTES);
        return new SecretHash(ITERATIONS, salt, derive(secret, salt, ITERATIONS));
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws IllegalArgumentException if it is something else, such as the secret itself; the message does not repeat it
     */
    public static SecretHash parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_ITERATIONS) {
            throw new IllegalArgumentException("not the hash of a secret (pbkdf2-sha256:<iterations>:<salt>:<hash>)");
        }
        return new SecretHash(Integer.parseInt(parts.group(1)), decode(parts.group(2)), decode(parts.group(3)));
    }

    /** {@code pbkdf2-sha256:<iterations>:<salt>:<hash>}, with salt and hash in base64url. */
    public String text() {
        return "pbkdf2-sha256:" + iterations + ":" + encode(salt) + ":" + encode(hash);
    }

    /** Takes as long for a wrong secret as for the right one. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(hash, derive(secret, salt, iterations));
    }

    private static byte[] derive(String secret, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
