package dev.perigee.client.oauth;

import static java.util.Objects.requireNonNull;

import dev.perigee.client.Credentials;
import dev.perigee.client.Retries;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Address;
import dev.perigee.client.http.Cancelling;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A program's own token by OAuth 2, for servers that call servers. It is fetched when the first request needs it, kept until
 * shortly before it expires, and shared by all clients that are given this object. Thread-safe.
 *
 * <pre>{@code
 * Credentials credentials = ClientCredentials.at(URI.create("https://auth.example/token"))
 *         .client("todo-web", secret)
 *         .scopes("todos:read", "todos:write")
 *         .build();
 * }</pre>
 *
 * <ul>
 *   <li>However many requests wait for a token, it is asked for once.
 *   <li>Near its end, the next request starts to fetch another one and goes on with what is there.
 *   <li>After a failure, the token server is left alone for a while, up to half a minute if it fails again and again: until
 *       then requests fail at once with what it said.
 *   <li>A token that a server answers with 401 is replaced, but no more than once in ten seconds.
 * </ul>
 *
 * A request that gets no token fails with a {@link TransportException} and is not sent; its status is that of the token
 * server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client Credentials Grant</a>
 */
public final class ClientCredentials implements Credentials {
    /** A server that takes no token at all is no reason to fetch one for each request. */
    private static final Duration BETWEEN_REPLACEMENTS = Duration.ofSeconds(10);
    /** How long a token server that fails is left alone. */
    private static final Retries BACKOFF =
            new Retries(Integer.MAX_VALUE, Duration.ofMillis(250), Duration.ofSeconds(30));

    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    // all that changes is guarded by this object
    private @Nullable Token token;
    private @Nullable CompletableFuture<Token> fetching;
    private @Nullable Failure failure;
    private Instant nextReplacement = Instant.MIN;

    /** The token server's last word, as long as no token has followed it. */
    private record Failure(TransportException reason, int times, Instant until) {}

    ClientCredentials(TokenEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** From the server that has this name as an issuer: its metadata say where tokens are given. */
    public static ClientCredentialsBuilder issuedBy(URI issuer) {
        URI checked = new Address(issuer).uri();
        return new ClientCredentialsBuilder(server -> new IssuerMetadata(checked, server)::tokenEndpoint);
    }

    /** From the token endpoint at this address. */
    public static ClientCredentialsBuilder at(URI tokenEndpoint) {
        URI checked = new Address(tokenEndpoint).uri();
        return new ClientCredentialsBuilder(server -> () -> CompletableFuture.completedFuture(checked));
    }

    @Override
    public CompletionStage<Map<String, String>> headers() {
        CompletableFuture<Token> begun = null;
        CompletionStage<Token> answer;
        synchronized (this) {
            Instant now = clock.instant();
            Token usable = token != null && token.isUsable(now) ? token : null;
            boolean isWanted = usable == null || usable.isToBeReplaced(now);
            if (isWanted && fetching == null && !isLeftAlone(now)) begun = fetching = new CompletableFuture<>();
            if (usable != null) answer = CompletableFuture.completedStage(usable);
            else if (fetching != null) answer = fetching;
            else answer = CompletableFuture.failedStage(requireNonNull(failure).reason()); // so it is left alone
        }
        if (begun != null) fetch(begun);
        return answer.thenApply(Token::headers);
    }

    private boolean isLeftAlone(Instant now) {
        return failure != null && now.isBefore(failure.until());
    }

    private void fetch(CompletableFuture<Token> begun) {
        endpoint.fetch(clock.instant()).whenComplete((fetched, problem) -> {
            TransportException reason = problem == null ? null : reason(problem);
            synchronized (this) {
                fetching = null;
                if (reason == null) token = fetched;
                failure = reason == null ? null : after(reason);
            }
            if (reason == null) begun.complete(fetched);
            else begun.completeExceptionally(reason);
        });
    }

    /** The operation has not run, whatever the token server has done. */
    private static TransportException reason(Throwable problem) {
        Throwable cause = Cancelling.reason(problem);
        int status = cause instanceof TransportException known ? known.status() : 0;
        return new TransportException("No token: " + cause.getMessage(), status, false, cause);
    }

    private Failure after(TransportException reason) {
        int times = failure == null ? 1 : failure.times() + 1;
        Duration delay = BACKOFF.delay(times, ThreadLocalRandom.current().nextDouble());
        return new Failure(reason, times, clock.instant().plus(delay));
    }

    @Override
    public synchronized boolean rejected(Map<String, String> headers) {
        if (token == null || !token.headers().equals(headers)) return true; // another one is there, or on its way
        Instant now = clock.instant();
        if (now.isBefore(nextReplacement)) return false;
        nextReplacement = now.plus(BETWEEN_REPLACEMENTS);
        token = null;
        return true;
    }

    /** Where the token comes from, and for whom; not the token. */
    @Override
    public String toString() {
        return "ClientCredentials[" + endpoint + "]";
    }
}
