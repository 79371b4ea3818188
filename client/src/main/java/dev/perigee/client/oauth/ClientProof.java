package dev.perigee.client.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/** How a client shows a token server that it is the one it says. Its text is safe to show. Immutable. */
sealed interface ClientProof {
    ClientAuthentication at(URI endpoint);

    /** {@code client_secret_basic}. */
    record InHeader(String id, String secret) implements ClientProof {
        @Override
        public ClientAuthentication at(URI endpoint) {
            return new ClientSecretBasic(new ClientID(id), new Secret(secret));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** {@code client_secret_post}. */
    record InBody(String id, String secret) implements ClientProof {
        @Override
        public ClientAuthentication at(URI endpoint) {
            return new ClientSecretPost(new ClientID(id), new Secret(secret));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** {@code private_key_jwt}: signed anew for each request, for a minute. */
    record Signed(String id, PrivateKey key, String keyId, JWSAlgorithm algorithm) implements ClientProof {
        static Signed of(String id, PrivateKey key, String keyId) {
            return new Signed(id, key, keyId, algorithm(key));
        }

        private static JWSAlgorithm algorithm(PrivateKey key) {
            try {
                if (key instanceof RSAKey) return JWSAlgorithm.RS256;
                if (key instanceof ECKey curve) return ECDSA.resolveAlgorithm(curve);
            } catch (JOSEException e) {
                throw new IllegalArgumentException("The client's key has a curve that JWT has no name for", e);
            }
            throw new IllegalArgumentException("The client's key is " + key.getAlgorithm() + " (RSA or EC)");
        }

        @Override
        public ClientAuthentication at(URI endpoint) {
            try {
                return new PrivateKeyJWT(new ClientID(id), endpoint, algorithm, key, keyId, null);
            } catch (JOSEException e) {
                throw new IllegalStateException("Signing with the client's key has failed: " + e.getMessage(), e);
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
