package dev.perigee.examples.moongate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of passwords. */
final class Passwords {
    /** Few, so that the example starts at once: a server for people takes some hundred thousand. */
    private static final int ITERATIONS = 1_000;

    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String newSalt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String derive(String typed, String salt) {
        try {
            var key = new PBEKeySpec(typed.toCharArray(), HexFormat.of().parseHex(salt), ITERATIONS, BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    /** Takes as long whether it is right or not. */
    static boolean isOf(AccountRow account, String typed) {
        return MessageDigest.isEqual(bytes(derive(typed, account.salt())), bytes(account.password()));
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }
}
