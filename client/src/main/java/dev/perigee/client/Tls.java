package dev.perigee.client;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts, and what it shows of itself: the way from files, as authorities issue them, to an {@link
 * SSLContext}. Files are read once, at the call that names them. Immutable.
 *
 * <pre>{@code
 * SSLContext mutual = Tls.trusting(Path.of("ca.pem"))
 *         .showing(Path.of("client.pem"), Path.of("client.key"))
 *         .context();
 * }</pre>
 */
public final class Tls {
    private static final char[] NO_PASSWORD = {};

    private final TrustManager @Nullable [] trust;
    private final KeyManager @Nullable [] identity;

    private Tls(TrustManager @Nullable [] trust, KeyManager @Nullable [] identity) {
        this.trust = trust;
        this.identity = identity;
    }

    /** Trust in the authorities that the JVM trusts. */
    public static Tls trustingTheUsual() {
        return new Tls(null, null);
    }

    /**
     * Trust in the authorities of a PEM file, and in no others.
     *
     * @throws IllegalArgumentException if there is no certificate in it; the message has the file and what is wrong
     */
    public static Tls trusting(Path authorities) {
        return trusting(Pem.trustStore(authorities));
    }

    /** Trust in the certificates of a store, and in no others. */
    public static Tls trusting(KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return new Tls(factory.getTrustManagers(), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The trust store can't be used: " + e.getMessage(), e);
        }
    }

    /**
     * The same, and showing a certificate to servers that ask for one.
     *
     * @param certificate PEM: the client's own, then those between it and its authority
     * @param key PEM: its private key by PKCS #8, without a password
     * @throws IllegalArgumentException if they can't be read; the message has the file and what is wrong
     */
    public Tls showing(Path certificate, Path key) {
        return showing(Pem.keyStore(certificate, key, NO_PASSWORD), NO_PASSWORD);
    }

    /** The same, and showing the certificate of a store. */
    public Tls showing(KeyStore identity, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(identity, password);
            return new Tls(trust, factory.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key store can't be used: " + e.getMessage(), e);
        }
    }

    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, trust, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no TLS: " + e.getMessage(), e);
        }
    }
}
