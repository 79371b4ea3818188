package dev.perigee.client.stream;

import dev.perigee.client.Credentials;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.http.Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where to subscribe, how, and what says there who calls.
 *
 * @param credentials null where there are none
 */
record Endpoint(HttpClient http, URI uri, @Nullable Credentials credentials, SubscriptionSettings settings) {
    /** Those given and those of the credentials, which go first; those given alone if they say who calls. */
    CompletableFuture<Map<String, String>> headers(Map<String, String> given) {
        if (credentials == null || Headers.areAuthorized(given)) return CompletableFuture.completedFuture(given);
        try {
            return credentials.headers().toCompletableFuture().thenApply(own -> Headers.merge(given, own));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Whether there may be better headers.
     *
     * @param given those without the credentials
     * @param refused those that were sent
     */
    boolean mayRetry(int statusOrCode, Map<String, String> given, Map<String, String> refused) {
        if (credentials == null || Headers.areAuthorized(given)) return false;
        boolean isUnauthorized =
                statusOrCode == 401 || statusOrCode == CloseCode.UNAUTHORIZED || statusOrCode == CloseCode.FORBIDDEN;
        return isUnauthorized && credentials.rejected(refused);
    }

    Failures failures() {
        return new Failures(uri);
    }
}
