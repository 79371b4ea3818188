package dev.perigee.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Issues access tokens to clients.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068, JWT Profile for Access Tokens</a>
 */
record AccessTokens(SigningKeys keys, String audience, Clock clock) {
    /** The claims with what Perigee alone knows of a client. */
    static final String ROLES = "roles";

    static final String AUDIENCE = "audience";

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    BearerAccessToken issue(TokenClient client, Scope scope, String issuer) throws IOException {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(client.id())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(client.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", client.id());
        if (!scope.isEmpty()) claims.claim("scope", scope.toString());
        if (!client.roles().isEmpty()) claims.claim(ROLES, List.copyOf(client.roles()));
        if (!client.audience().isEmpty()) claims.claim(AUDIENCE, client.audience());
        String token = signed(claims.build(), keys.current());
        return new BearerAccessToken(token, client.lifetime().toSeconds(), scope);
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        JWSHeader header = new JWSHeader.Builder(SigningKeys.ALGORITHM)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of ours can't sign", e);
        }
    }
}
