package dev.perigee.server.auth;

import dev.perigee.data.Caller;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a good token says that calls.
 *
 * @param rolesClaim the claim with the roles, as a list or a text; null if there are none
 */
record CallerOfClaims(@Nullable String rolesClaim, AudienceRules audiences) {
    /** Null if the token names nobody. */
    @Nullable Caller caller(Claims token) {
        String client = first(token, "client_id", "azp");
        String name = client == null ? token.text("sub") : client;
        if (name == null) return null;
        Set<String> scopes = token.texts("scope");
        scopes.addAll(token.texts("scp"));
        Set<String> roles = rolesClaim == null ? Set.of() : token.texts(rolesClaim);
        return new Caller(name, roles, scopes)
                .withAudience(audiences.audience(token, client, scopes))
                .withClaims(token.values());
    }

    private static @Nullable String first(Claims token, String... names) {
        return Stream.of(names)
                .map(token::text)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
