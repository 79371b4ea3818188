package dev.perigee.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Makes keys, and access tokens that are good but for what a test changes. */
record TestTokens(String issuer, Clock clock) {
    static final String AUDIENCE = "https://graph.example.com";

    String signed(JWK key) {
        return signed(key, claims -> {});
    }

    String signed(JWK key, Consumer<JWTClaimsSet.Builder> change) {
        return signed(key, "at+jwt", change);
    }

    String signed(JWK key, String type, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("subject-1")
                .claim("client_id", "web")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(10))));
        change.accept(claims);
        JWSHeader header = new JWSHeader.Builder(algorithm(key))
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return signed(header, claims.build(), key);
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWK key) {
        try {
            if (key instanceof OctetKeyPair pair) return byEd25519(header, claims, pair);
            SignedJWT jwt = new SignedJWT(header, claims);
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return switch (key) {
            case RSAKey rsa -> JWSAlgorithm.RS256;
            case ECKey curve -> JWSAlgorithm.ES256;
            default -> JWSAlgorithm.EdDSA;
        };
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** By the JDK, as Nimbus needs a library of its own for it: the last 32 bytes of each encoded key are the key. */
    static OctetKeyPair ed25519(String id) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new OctetKeyPair.Builder(
                            Curve.Ed25519, lastBytes(pair.getPublic().getEncoded()))
                    .d(lastBytes(pair.getPrivate().getEncoded()))
                    .keyID(id)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Base64URL lastBytes(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static String byEd25519(JWSHeader header, JWTClaimsSet claims, OctetKeyPair pair)
            throws GeneralSecurityException {
        String signed = header.toBase64URL() + "." + claims.toPayload().toBase64URL();
        byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + 32);
        System.arraycopy(pair.getDecodedD(), 0, encoded, prefix.length, 32);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64URL.encode(signer.sign());
    }
}
