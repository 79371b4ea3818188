package dev.perigee.server.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import dev.perigee.server.AuthenticationUnavailableException;
import java.util.List;

/** The public keys that tokens are verified with. Thread-safe; may block. */
interface KeySource {
    /**
     * The keys that fit, none if there are none even in the newest set.
     *
     * @throws AuthenticationUnavailableException if no keys can be had now
     */
    List<JWK> select(JWKSelector selector);
}
