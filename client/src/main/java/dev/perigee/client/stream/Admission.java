package dev.perigee.client.stream;

import dev.perigee.client.Credentials;
import dev.perigee.client.http.Headers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The headers with which one connection is tried: those given, and those of the credentials unless the given ones say who
 * calls. Credentials that are refused are asked for others once. Thread-safe.
 */
final class Admission {
    private final @Nullable Credentials credentials;
    private final Map<String, String> given;

    /** Of the credentials alone; null if they gave none. */
    private @Nullable Map<String, String> sent;

    private boolean renewed;

    /** @param credentials null where there are none */
    Admission(@Nullable Credentials credentials, Map<String, String> given) {
        this.credentials = Headers.areAuthorized(given) ? null : credentials;
        this.given = given;
    }

    /** Those of the credentials go before those given. Fails as the credentials do. */
    CompletableFuture<Map<String, String>> headers() {
        if (credentials == null) return CompletableFuture.completedFuture(given);
        try {
            return credentials.headers().toCompletableFuture().thenApply(this::with);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized Map<String, String> with(Map<String, String> own) {
        sent = own;
        return Headers.merge(given, own);
    }

    /** Whether to try once more, after a refusal of these headers by a server. Throws what the credentials throw. */
    boolean isWorthAnother(int statusOrCode) {
        Map<String, String> refused;
        synchronized (this) {
            refused = sent;
            if (credentials == null || refused == null || renewed || !isUnauthorized(statusOrCode)) return false;
            renewed = true;
        }
        return credentials.rejected(refused);
    }

    private static boolean isUnauthorized(int statusOrCode) {
        return statusOrCode == 401 || CloseCode.isRefusal(statusOrCode);
    }
}
