package dev.perigee.client.stream;

import dev.perigee.client.Credentials;
import dev.perigee.client.SubscriptionSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to subscribe, how, and what says there who calls.
 *
 * @param credentials null where there are none
 */
record Endpoint(HttpClient http, URI uri, @Nullable Credentials credentials, SubscriptionSettings settings) {
    /** @param given headers beside the credentials */
    Admission admission(Map<String, String> given) {
        return new Admission(credentials, given);
    }

    Failures failures() {
        return new Failures(uri);
    }
}
