package dev.perigee.server.auth;

import java.util.regex.Pattern;

/**
 * What a scope can be: one word of ASCII, so that it can stand in a list with spaces and in a challenge.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A.4">RFC 6749, appendix A.4</a>
 */
public final class Scopes {
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}");

    private Scopes() {}

    /** Whether the text is one scope, of at most 200 characters. */
    public static boolean isScope(String text) {
        return SCOPE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if the text is no scope */
    static void require(String text) {
        if (!isScope(text)) {
            throw new IllegalArgumentException("scope: " + text + " (one word of ASCII, without \" and \\)");
        }
    }
}
