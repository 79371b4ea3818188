package dev.perigee.server.auth;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.util.Exceptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Gets JSON of an authorization server, of bounded length and in bounded time. Blocks. Thread-safe. */
final class KeyDocuments {
    /** From the start to the last byte. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Thousands of keys; a server that goes on and on ends here. */
    private static final int MAX_BYTES = 512 << 10;

    private final WebClient client;

    KeyDocuments() {
        this(TIMEOUT);
    }

    KeyDocuments(Duration timeout) {
        client = WebClient.builder()
                .responseTimeout(timeout)
                .maxResponseLength(MAX_BYTES)
                .build();
    }

    /** @throws IOException if it can't be had; the message names the place, and says why */
    String get(URI uri) throws IOException {
        AggregatedHttpResponse response;
        try {
            response = client.get(http1(uri)).aggregate().join();
        } catch (CompletionException e) {
            throw new IOException("GET " + uri + " failed: " + Exceptions.peel(e), e);
        }
        if (response.status().code() != 200) {
            throw new IOException("GET " + uri + " was answered with " + response.status() + ".");
        }
        return response.contentUtf8();
    }

    /** By HTTP/1.1, which every server speaks; Armeria would try HTTP/2 first. */
    private static String http1(URI uri) {
        String text = uri.toString();
        return text.startsWith("https:")
                ? "h1" + text.substring("https".length())
                : "h1c" + text.substring("http".length());
    }
}
