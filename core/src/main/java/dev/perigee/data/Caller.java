package dev.perigee.data;

import java.util.Set;

/**
 * Who makes a request, and what they may do: what access rules are decided by. A value of the request, given with it or
 * made by {@link Wiring.Builder#value}; {@link #ANONYMOUS} where neither is done. Immutable.
 *
 * @param name for logs and code of the application; empty for a caller who is not known
 */
public record Caller(String name, Set<String> roles, Set<String> scopes) {
    /** A caller who has not signed in: no name, no roles, no scopes. */
    public static final Caller ANONYMOUS = new Caller("", Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** A caller who is known by name, and nothing else. */
    public static Caller named(String name) {
        return new Caller(name, Set.of(), Set.of());
    }

    public Caller withRoles(String... roles) {
        return new Caller(name, Set.of(roles), scopes);
    }

    public Caller withScopes(String... scopes) {
        return new Caller(name, roles, Set.of(scopes));
    }

    /** Whether nobody knows who it is. */
    public boolean isAnonymous() {
        return name.isEmpty();
    }
}
