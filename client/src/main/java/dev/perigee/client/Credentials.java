package dev.perigee.client;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What tells a server who calls: headers, perhaps of a token that has to be fetched first. Thread-safe. */
public interface Credentials {
    /**
     * The headers for a request that is about to be sent.
     *
     * @return fails with a {@link TransportException} if they can't be had
     */
    CompletionStage<Map<String, String>> headers();

    /**
     * Told that a server answered 401 to a request with these headers.
     *
     * @return whether to ask for {@link #headers} again, and send the request once more
     */
    default boolean rejected(Map<String, String> headers) {
        return false;
    }
}
