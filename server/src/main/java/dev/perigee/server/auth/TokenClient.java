package dev.perigee.server.auth;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may get tokens of a {@link TokenEndpoint}, and what they say. Immutable.
 *
 * @param id {@code client_id}, and the caller's name: visible characters of ASCII
 * @param scopes that it may ask for; it gets all unless it asks for some
 * @param roles that each of its tokens has
 * @param audience whose face of the schema it sees; empty for everybody's
 * @param lifetime of a token, from a second to a day
 */
public record TokenClient(
        String id, SecretHash secret, Set<String> scopes, Set<String> roles, String audience, Duration lifetime) {
    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    static final Duration LONGEST_LIFETIME = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @throws IllegalArgumentException if something of it can't be; the message says what, and what could */
    public TokenClient {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id: " + id + " (up to 200 visible characters of ASCII, no spaces)");
        }
        scopes.forEach(Scopes::require);
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException("lifetime: " + lifetime + " (from a second to a day)");
        }
    }
}
