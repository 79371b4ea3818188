package dev.perigee.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a document in UTF-8, in lower-case hexadecimal digits. Computed anew each time: with the processor's own
 * instructions it is about as fast as looking for the document in a table, which would have to keep the document.
 */
final class DocumentHash {
    private DocumentHash() {}

    static String of(String document) {
        return of(document.getBytes(UTF_8));
    }

    static String of(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
