package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One {@code Authorization} for all requests. What it is stays out of logs: its text says only of which kind. */
final class FixedCredentials implements Credentials {
    private final String authorization;

    FixedCredentials(String authorization) {
        this.authorization = authorization;
    }

    /** Tokens are visible ASCII; a line break in one would be a header of its own. */
    static String requireVisible(String what, String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f))
            throw new IllegalArgumentException(
                    "The " + what + " is empty, or has characters that are not visible ASCII");
        return value;
    }

    static String basic(String user, String password) {
        if (user.indexOf(':') >= 0) throw new IllegalArgumentException("A user's name must not have a colon in it");
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    @Override
    public CompletionStage<Map<String, String>> headers() {
        return CompletableFuture.completedStage(Map.of("authorization", authorization));
    }

    @Override
    public String toString() {
        return authorization.substring(0, authorization.indexOf(' ')) + " credentials";
    }
}
