package dev.perigee.client.oauth;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what {@link ClientCredentials} are made of. A client has to be given, all else may be. For one thread. */
public final class ClientCredentialsBuilder {
    private final Function<TokenServer, Supplier<CompletableFuture<URI>>> address;
    private final List<String> scopes = new ArrayList<>();
    private final List<URI> resources = new ArrayList<>();
    private @Nullable ClientProof proof;
    private @Nullable String audience;
    private Duration replaceBefore = Duration.ofMinutes(1);
    private Duration timeout = Duration.ofSeconds(10);
    private @Nullable HttpClient http;
    private InstantSource clock = InstantSource.system();

    ClientCredentialsBuilder(Function<TokenServer, Supplier<CompletableFuture<URI>>> address) {
        this.address = address;
    }

    /** The client, with a secret that is sent in the header: what token servers have to take. */
    public ClientCredentialsBuilder client(String id, String secret) {
        this.proof = new ClientProof.InHeader(id, secret);
        return this;
    }

    /** The client, with a secret that is sent in the body, for token servers that take it nowhere else. */
    public ClientCredentialsBuilder clientInBody(String id, String secret) {
        this.proof = new ClientProof.InBody(id, secret);
        return this;
    }

    /**
     * The client, with a key that signs each request ({@code private_key_jwt}), so that no secret is sent.
     *
     * @param key RSA or EC
     * @param keyId by which the token server knows the key's other half
     * @throws IllegalArgumentException for another kind of key
     */
    public ClientCredentialsBuilder clientWithKey(String id, PrivateKey key, String keyId) {
        this.proof = ClientProof.Signed.of(id, key, keyId);
        return this;
    }

    /** What the token is to allow, more with each call; what the token server gives by itself, if nothing is said. */
    public ClientCredentialsBuilder scopes(String... scopes) {
        this.scopes.addAll(List.of(scopes));
        return this;
    }

    /** Whom the token is for, as {@code audience}: not of a standard, but what many token servers want. */
    public ClientCredentialsBuilder audience(String audience) {
        this.audience = audience;
        return this;
    }

    /** Whom the token is for, as {@code resource}: one more with each call; absolute and without a fragment. */
    public ClientCredentialsBuilder resource(URI resource) {
        if (!resource.isAbsolute() || resource.getRawFragment() != null)
            throw new IllegalArgumentException("resource: " + resource + " (absolute, without a fragment)");
        this.resources.add(resource);
        return this;
    }

    /**
     * How long before its end a token in use is replaced; a minute unless given, and never more than a third of its life.
     */
    public ClientCredentialsBuilder replaceBefore(Duration replaceBefore) {
        if (replaceBefore.isNegative()) throw new IllegalArgumentException("replaceBefore: " + replaceBefore);
        this.replaceBefore = replaceBefore;
        return this;
    }

    /** How long a token server may take to answer; 10 seconds unless given. */
    public ClientCredentialsBuilder timeout(Duration timeout) {
        if (!timeout.isPositive()) throw new IllegalArgumentException("timeout: " + timeout + " (more than nothing)");
        this.timeout = timeout;
        return this;
    }

    /** What token requests are sent with, where they need TLS or a proxy of their own. It stays the caller's to close. */
    public ClientCredentialsBuilder http(HttpClient http) {
        this.http = http;
        return this;
    }

    /** The time by which tokens expire; the system's unless given. */
    public ClientCredentialsBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** @throws IllegalStateException without a client */
    public ClientCredentials build() {
        if (proof == null)
            throw new IllegalStateException("Whose token? Give a client, with its id and secret or key.");
        HttpClient sender = http != null
                ? http
                : HttpClient.newBuilder().connectTimeout(timeout).build();
        TokenServer server = new TokenServer(sender, timeout);
        TokenWish wish = new TokenWish(proof, List.copyOf(scopes), audience, List.copyOf(resources));
        return new ClientCredentials(new TokenEndpoint(address.apply(server), wish, server, replaceBefore), clock);
    }
}
