package dev.perigee.cli.serve;

import dev.perigee.server.Authentication;
import dev.perigee.server.auth.AudienceRules;
import dev.perigee.server.auth.JwtAuthentication;
import dev.perigee.server.auth.TokenEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are taken, and what they say of the caller.
 *
 * @param tokens null for tokens of another authorization server
 * @param issuer that server; or where this one is reached, null if that is for it to find out
 * @param jwks null to have the issuer asked where its keys are
 * @param algorithms none for all that there are
 * @param requiredScope null to let in tokens of any scope
 */
record AuthSettings(
        @Nullable TokenSettings tokens,
        @Nullable URI issuer,
        @Nullable URI jwks,
        List<String> audience,
        List<String> algorithms,
        Duration clockSkew,
        boolean isAnonymousAllowed,
        @Nullable String requiredScope,
        @Nullable String rolesClaim,
        AudienceRules audiences) {
    AuthSettings {
        audience = List.copyOf(audience);
        algorithms = List.copyOf(algorithms);
    }

    /**
     * Null if others issue the tokens.
     *
     * @throws ServeException if the file of keys can't be used
     */
    @Nullable TokenEndpoint tokenEndpoint() throws ServeException {
        if (tokens == null) return null;
        TokenEndpoint.Builder endpoint =
                TokenEndpoint.builder().issuer(issuer).keysFile(tokens.keys()).keyRotation(tokens.keyRotation());
        if (!audience.isEmpty()) endpoint.audience(audience.getFirst());
        tokens.clients().forEach(endpoint::client);
        try {
            return endpoint.build();
        } catch (IOException e) {
            throw new ServeException(List.of("The token endpoint has no keys: " + e.getMessage()));
        }
    }

    /** @param endpoint the one of these settings */
    Authentication authentication(@Nullable TokenEndpoint endpoint) {
        JwtAuthentication.Builder builder = endpoint == null ? ofIssuer() : JwtAuthentication.builder(endpoint);
        audience.forEach(builder::audience);
        return builder.clockSkew(clockSkew)
                .anonymous(isAnonymousAllowed)
                .requiredScope(requiredScope)
                .build();
    }

    private JwtAuthentication.Builder ofIssuer() {
        JwtAuthentication.Builder builder = JwtAuthentication.builder(String.valueOf(issuer))
                .rolesClaim(rolesClaim)
                .audiences(audiences);
        if (jwks != null) builder.jwks(jwks);
        return algorithms.isEmpty() ? builder : builder.algorithms(algorithms);
    }
}
