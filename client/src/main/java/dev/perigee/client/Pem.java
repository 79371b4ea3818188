package dev.perigee.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys of PEM files.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">Textual encodings of PKIX structures</a>
 */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    static KeyStore trustStore(Path file) {
        try {
            KeyStore store = emptyStore();
            int number = 0;
            for (Certificate certificate : certificates(file)) store.setCertificateEntry("" + number++, certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(file, e);
        }
    }

    static KeyStore keyStore(Path certificate, Path key, char[] password) {
        Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
        try {
            PrivateKey privateKey = privateKey(key, chain[0].getPublicKey().getAlgorithm());
            KeyStore store = emptyStore();
            store.setKeyEntry("client", privateKey, password, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(key, e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) throw new IllegalArgumentException(file + ": there is no certificate in it");
            return certificates;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws GeneralSecurityException, IOException {
        Matcher block = KEY.matcher(Files.readString(file, US_ASCII));
        if (!block.find()) {
            throw new IllegalArgumentException(file + ": there is no \"BEGIN PRIVATE KEY\" in it."
                    + " Other forms become one by: openssl pkcs8 -topk8 -nodes");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static IllegalArgumentException unreadable(Path file, Exception cause) {
        String what = cause instanceof java.nio.file.NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new IllegalArgumentException(file + ": " + what, cause);
    }
}
