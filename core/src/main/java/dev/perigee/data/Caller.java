package dev.perigee.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and what they may do: what access rules are decided by. A value of the request, given with it or
 * made by {@link Wiring.Builder#value}; {@link #ANONYMOUS} where neither is done. Immutable.
 *
 * @param name for logs and code of the application; empty for a caller who is not known
 * @param audience whose face of the schema they see; empty for the one that is everybody's
 * @param claims what else is known of them, such as the claims of their token: values as JSON has them
 */
public record Caller(
        String name, Set<String> roles, Set<String> scopes, String audience, Map<String, @Nullable Object> claims) {
    /** A caller who has not signed in: no name, no roles, no scopes. */
    public static final Caller ANONYMOUS = new Caller("", Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** A caller of no particular audience, of whom nothing else is known. */
    public Caller(String name, Set<String> roles, Set<String> scopes) {
        this(name, roles, scopes, "", Map.of());
    }

    /** A caller who is known by name, and nothing else. */
    public static Caller named(String name) {
        return new Caller(name, Set.of(), Set.of());
    }

    public Caller withRoles(String... roles) {
        return new Caller(name, Set.of(roles), scopes, audience, claims);
    }

    public Caller withScopes(String... scopes) {
        return new Caller(name, roles, Set.of(scopes), audience, claims);
    }

    public Caller withAudience(String audience) {
        return new Caller(name, roles, scopes, audience, claims);
    }

    public Caller withClaims(Map<String, ? extends @Nullable Object> claims) {
        return new Caller(name, roles, scopes, audience, Collections.unmodifiableMap(claims));
    }

    /** Whether nobody knows who it is. */
    public boolean isAnonymous() {
        return name.isEmpty();
    }
}
