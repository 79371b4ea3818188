package dev.perigee.examples.moongate.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of passwords, in hexadecimal digits. */
public final class Passwords {
    /** Few, so that the example starts at once: a server for people takes some hundred thousand. */
    private static final int ITERATIONS = 1_000;

    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    public static String newSalt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    public static String derive(String typed, String salt) {
        try {
            var key = new PBEKeySpec(typed.toCharArray(), HexFormat.of().parseHex(salt), ITERATIONS, BITS);
            var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key);
            return HexFormat.of().formatHex(derived.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    /** Takes as long whether it is right or not. */
    public static boolean isRight(String typed, String password, String salt) {
        return MessageDigest.isEqual(bytes(derive(typed, salt)), bytes(password));
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }
}
