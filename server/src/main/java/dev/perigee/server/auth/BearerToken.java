package dev.perigee.server.auth;

import dev.perigee.data.Headers;
import dev.perigee.server.AuthenticationException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The access token in a request's headers, and what is said of one that is not accepted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">Authorization Request Header Field</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">The WWW-Authenticate Response Header Field</a>
 */
final class BearerToken {
    private static final String SCHEME = "bearer ";

    /** Three parts in base64url, the last of which is empty for a token that nobody signed. */
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private BearerToken() {}

    /**
     * Null where there are no credentials at all.
     *
     * @throws AuthenticationException if there are, but no token of this kind
     */
    static @Nullable String of(Headers headers) {
        List<String> values = headers.all("authorization");
        if (values.isEmpty()) return null;
        if (values.size() > 1) throw refused("invalid_request", "There is more than one Authorization header.");
        String value = values.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused("invalid_request", "The Authorization header has no access token: Bearer <token>.");
        }
        String token = value.substring(SCHEME.length()).strip();
        if (!JWT.matcher(token).matches()) throw invalid("The access token is malformed.");
        return token;
    }

    /** No credentials where some are needed: no error, by the RFC. */
    static AuthenticationException missing() {
        return new AuthenticationException("An access token is needed: Authorization: Bearer <token>.", "Bearer");
    }

    /** @param why for the client, without quotes; nothing of the token itself */
    static AuthenticationException invalid(String why) {
        return refused("invalid_token", why);
    }

    /** A good token without a scope that is needed. */
    static AuthenticationException withoutScope(String needed) {
        String why = "The access token has not the scope " + needed + ".";
        return AuthenticationException.forbidden(
                why,
                "Bearer error=\"insufficient_scope\", error_description=\"" + why + "\", scope=\"" + needed + "\"");
    }

    private static AuthenticationException refused(String error, String why) {
        return new AuthenticationException(why, "Bearer error=\"" + error + "\", error_description=\"" + why + "\"");
    }
}
