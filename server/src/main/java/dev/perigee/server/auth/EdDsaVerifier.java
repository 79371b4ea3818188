package dev.perigee.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/**
 * Signatures by Ed25519, with the JDK: that of Nimbus needs a library of its own for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037</a>
 */
final class EdDsaVerifier implements JWSVerifier {
    /** What stands before the 32 bytes of a key in X.509: RFC 8410, section 10.1. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final JCAContext context = new JCAContext();
    private final PublicKey key;

    /** @throws JOSEException if it is no key of Ed25519 */
    EdDsaVerifier(OctetKeyPair key) throws JOSEException {
        byte[] point = key.getDecodedX();
        if (!key.getCurve().equals(Curve.Ed25519) || point.length != KEY_BYTES) {
            throw new JOSEException("No key of Ed25519");
        }
        byte[] encoded = new byte[X509_PREFIX.length + KEY_BYTES];
        System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
        System.arraycopy(point, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("No key of Ed25519", e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        if (!supportedJWSAlgorithms().contains(header.getAlgorithm()) || header.getCriticalParams() != null)
            return false;
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature.decode());
        } catch (SignatureException e) {
            return false; // of a wrong length, or a point that is none
        } catch (GeneralSecurityException e) {
            throw new JOSEException("Can't verify by Ed25519", e);
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
