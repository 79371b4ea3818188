package dev.perigee.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What tells a server who calls: headers, perhaps of a token that has to be fetched first. Thread-safe. A token of OAuth 2
 * is fetched by {@link dev.perigee.client.oauth.ClientCredentials}.
 */
public interface Credentials {
    /** A token that somebody else has got, and that doesn't change. */
    static Credentials bearer(String token) {
        return new FixedCredentials("Bearer " + FixedCredentials.requireVisible("token", token));
    }

    /**
     * A name and a password.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">The Basic authentication scheme</a>
     */
    static Credentials basic(String user, String password) {
        return new FixedCredentials(FixedCredentials.basic(user, password));
    }

    /**
     * Headers of a function, which is called for each attempt to send a request, on any thread. It must not block: what has
     * to wait implements this interface.
     */
    static Credentials of(Supplier<Map<String, String>> headers) {
        return () -> CompletableFuture.completedStage(headers.get());
    }

    /**
     * The headers for a request that is about to be sent. They go before the request's own of the same name.
     *
     * @return fails with a {@link TransportException} if they can't be had
     */
    CompletionStage<Map<String, String>> headers();

    /**
     * Told that a server has refused what {@link #headers} gave, which is what it is told: it answered 401, or closed a
     * WebSocket as unauthorized before it let subscribe. What is thrown is the operation's failure.
     *
     * @return whether to ask for {@link #headers} again, and send the request once more
     */
    default boolean rejected(Map<String, String> headers) {
        return false;
    }
}
