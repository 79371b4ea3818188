package dev.perigee.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.perigee.server.AuthenticationException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an access token is good: signed by a key of its issuer, in its time, and meant for this server. Nothing that the
 * token says is looked at before its signature holds, but for which key that is. Thread-safe; may block.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, JSON Web Token Best Current Practices</a>
 */
final class TokenVerifier {
    /** Of a set with many keys, and a token that does not say which: so many are tried. */
    private static final int MOST_KEYS = 20;

    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final KeySource keys;
    private final Supplier<String> issuer;
    private final Set<String> audiences;
    private final Set<JWSAlgorithm> algorithms;
    private final Duration skew;
    private final Clock clock;

    TokenVerifier(
            KeySource keys,
            Supplier<String> issuer,
            Set<String> audiences,
            Set<JWSAlgorithm> algorithms,
            Duration skew,
            Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audiences = audiences;
        this.algorithms = algorithms;
        this.skew = skew;
        this.clock = clock;
    }

    /**
     * The claims of a good token.
     *
     * @throws AuthenticationException if it is not
     */
    JWTClaimsSet verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (header.getType() != null && !TYPES.contains(header.getType())) {
                throw BearerToken.invalid("The token is no access token.");
            }
            if (!algorithms.contains(header.getAlgorithm()) || !isSigned(jwt)) {
                throw BearerToken.invalid("The access token can not be verified.");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(claims);
            return claims;
        } catch (ParseException e) {
            throw BearerToken.invalid("The access token is malformed.");
        }
    }

    private boolean isSigned(SignedJWT jwt) {
        List<JWK> candidates = keys.select(new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())));
        for (JWK key : candidates.subList(0, Math.min(candidates.size(), MOST_KEYS))) {
            if (isSigned(jwt, key)) return true;
        }
        return false;
    }

    private static boolean isSigned(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = verifier(key);
            return verifier != null
                    && verifier.supportedJWSAlgorithms()
                            .contains(jwt.getHeader().getAlgorithm())
                    && jwt.verify(verifier);
        } catch (JOSEException e) {
            return false; // a key that is weak, or on another curve
        }
    }

    /** By the kind of the key, not by what the token asks for. Null for secrets, which are no keys of others. */
    private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey curve -> new ECDSAVerifier(curve);
            case OctetKeyPair pair -> new EdDsaVerifier(pair);
            default -> null;
        };
    }

    private void require(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null) throw BearerToken.invalid("The access token never expires.");
        if (!now.isBefore(expires.toInstant().plus(skew))) throw BearerToken.invalid("The access token has expired.");
        if (isLater(claims.getNotBeforeTime(), now) || isLater(claims.getIssueTime(), now)) {
            throw BearerToken.invalid("The access token is not valid yet.");
        }
        if (!issuer.get().equals(claims.getIssuer()))
            throw BearerToken.invalid("The access token is of another issuer.");
        if (Collections.disjoint(audiences, claims.getAudience())) {
            throw BearerToken.invalid("The access token is for another audience.");
        }
    }

    private boolean isLater(@Nullable Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now.plus(skew));
    }
}
