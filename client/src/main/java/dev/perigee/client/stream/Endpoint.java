package dev.perigee.client.stream;

import dev.perigee.client.Credentials;
import dev.perigee.client.SubscriptionSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where to subscribe, how, and what says there who calls.
 *
 * @param credentials null where there are none
 */
record Endpoint(HttpClient http, URI uri, @Nullable Credentials credentials, SubscriptionSettings settings) {
    /** Those given and those of the credentials, which go first. */
    CompletableFuture<Map<String, String>> headers(Map<String, String> given) {
        if (credentials == null) return CompletableFuture.completedFuture(given);
        return credentials.headers().toCompletableFuture().thenApply(own -> {
            Map<String, String> all = new LinkedHashMap<>(given);
            all.putAll(own);
            return all;
        });
    }

    /** Whether others than these headers may be let in, now that these were not. */
    boolean mayRetry(int statusOrCode, Map<String, String> headers) {
        boolean refused =
                statusOrCode == 401 || statusOrCode == CloseCode.UNAUTHORIZED || statusOrCode == CloseCode.FORBIDDEN;
        return refused && credentials != null && credentials.rejected(headers);
    }

    Failures failures() {
        return new Failures(uri);
    }
}
