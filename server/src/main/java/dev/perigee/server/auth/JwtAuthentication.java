package dev.perigee.server.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.server.Authentication;
import dev.perigee.server.AuthenticationException;
import dev.perigee.server.AuthenticationUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Callers by OAuth 2 bearer tokens: JSON Web Tokens, signed by the keys that their issuer publishes.
 *
 * <pre>{@code
 * Authentication authentication = JwtAuthentication.builder("https://login.example.com")
 *         .audience("https://graph.example.com")
 *         .rolesClaim("roles")
 *         .build();
 * }</pre>
 *
 * A token that is not good is refused with 401 and a challenge; if the issuer's keys can't be had, {@link
 * AuthenticationUnavailableException}. A token that was good is not verified again for up to five minutes. Keys are kept
 * for five minutes, too, for an hour while the issuer does not answer, and fetched anew for a token of a key that is not
 * known, at most every ten seconds. Nothing blocks the caller's thread. Immutable; safe to share between threads.
 *
 * <p>The {@link Caller} has the name of the client ({@code client_id}, {@code azp}), or else of the subject ({@code sub});
 * the scopes of {@code scope} and {@code scp}; and all claims as they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer Token Usage</a>
 */
public final class JwtAuthentication implements Authentication {
    /** A good token is not verified again for so long; a key that is withdrawn ends it then. */
    private static final Duration VERIFIED = Duration.ofMinutes(5);

    private final TokenVerifier verifier;
    private final CallerOfClaims callers;
    private final boolean isAnonymousAllowed;
    private final @Nullable String scope;
    private final Duration skew;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    private JwtAuthentication(Builder settings) {
        this.verifier = settings.verifier();
        this.callers = new CallerOfClaims(settings.rolesClaim, settings.audiences);
        this.isAnonymousAllowed = settings.isAnonymousAllowed;
        this.scope = settings.scope;
        this.skew = settings.skew;
        this.clock = settings.clock;
    }

    /**
     * Tokens of an authorization server.
     *
     * @param issuer exactly as tokens name it in {@code iss}; where its keys are is discovered, unless {@link Builder#jwks}
     *     says it
     */
    public static Builder builder(String issuer) {
        return new Builder(() -> issuer, null);
    }

    /** Tokens that this endpoint issues: no keys to fetch; their roles and audiences are as it was told. */
    public static Builder builder(TokenEndpoint endpoint) {
        return new Builder(endpoint::issuer, endpoint.keys())
                .audience(endpoint.audience())
                .clock(endpoint.clock())
                .rolesClaim(AccessTokens.ROLES)
                .audiences(new AudienceRules(AccessTokens.AUDIENCE, Map.of(), Map.of()));
    }

    @Override
    public CompletionStage<Caller> callerOf(Headers headers) {
        try {
            String token = BearerToken.of(headers);
            if (token == null && !isAnonymousAllowed) throw BearerToken.missing();
            Caller known = token == null ? Caller.ANONYMOUS : verified.find(token, clock.instant());
            if (known != null) return CompletableFuture.completedStage(known);
            // Signatures take their time, and keys may have to be fetched.
            return CompletableFuture.supplyAsync(
                    () -> verify(Objects.requireNonNull(token)), Thread::startVirtualThread);
        } catch (AuthenticationException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Caller verify(String token) {
        JWTClaimsSet claims = verifier.verify(token);
        Caller caller = callers.caller(Claims.of(claims));
        if (caller == null) throw BearerToken.invalid("The access token names neither client nor subject.");
        if (scope != null && !caller.scopes().contains(scope)) throw BearerToken.withoutScope(scope);
        Instant expires = claims.getExpirationTime().toInstant().plus(skew);
        Instant again = clock.instant().plus(VERIFIED);
        verified.add(token, caller, expires.isBefore(again) ? expires : again);
        return caller;
    }

    /** Collects settings. For one thread. */
    public static final class Builder {
        /** Those whose keys may be published; a secret shared by all who verify is no proof of anything. */
        private static final List<JWSAlgorithm> ALGORITHMS = List.of(
                JWSAlgorithm.RS256,
                JWSAlgorithm.RS384,
                JWSAlgorithm.RS512,
                JWSAlgorithm.PS256,
                JWSAlgorithm.PS384,
                JWSAlgorithm.PS512,
                JWSAlgorithm.ES256,
                JWSAlgorithm.ES384,
                JWSAlgorithm.ES512,
                JWSAlgorithm.EdDSA,
                JWSAlgorithm.Ed25519);

        private final Supplier<String> issuer;
        private final @Nullable KeySource keys;
        private final Set<String> accepted = new LinkedHashSet<>();
        private @Nullable URI jwks;
        private Set<JWSAlgorithm> algorithms = Set.copyOf(ALGORITHMS);
        private Duration skew = Duration.ofMinutes(1);
        private boolean isAnonymousAllowed = true;
        private @Nullable String scope;
        private @Nullable String rolesClaim;
        private AudienceRules audiences = AudienceRules.NONE;
        private Clock clock = Clock.systemUTC();

        private Builder(Supplier<String> issuer, @Nullable KeySource keys) {
            this.issuer = issuer;
            this.keys = keys;
        }

        /** The names of algorithms that there are, such as {@code ES256}; those are accepted unless others are given. */
        public static List<String> algorithms() {
            return ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
        }

        /** One more name of this server in {@code aud}: a token must have one of them. At least one is needed. */
        public Builder audience(String name) {
            accepted.add(name);
            return this;
        }

        /** Where the issuer's keys are; discovered unless given. */
        public Builder jwks(URI jwks) {
            this.jwks = jwks;
            return this;
        }

        /** Which algorithms may have signed a token, some of {@link #algorithms()}. */
        public Builder algorithms(Collection<String> names) {
            for (String name : names) {
                if (!algorithms().contains(name)) {
                    throw new IllegalArgumentException(
                            "algorithm: " + name + " (of " + String.join(", ", algorithms()) + ")");
                }
            }
            algorithms = names.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
            return this;
        }

        /** By how much the issuer's clock and ours may differ; a minute unless given. */
        public Builder clockSkew(Duration skew) {
            if (skew.isNegative()) throw new IllegalArgumentException("clockSkew: " + skew);
            this.skew = skew;
            return this;
        }

        /** Whether a request without credentials is that of {@link Caller#ANONYMOUS}, as it is unless given, or refused. */
        public Builder anonymous(boolean isAllowed) {
            this.isAnonymousAllowed = isAllowed;
            return this;
        }

        /**
         * A scope that each token must have, so that a graph is closed to clients who get tokens for something else; the
         * others are refused with 403. None unless given.
         *
         * @throws IllegalArgumentException if it is not one scope, as {@link Scopes#isScope} has it
         */
        public Builder requiredScope(@Nullable String scope) {
            if (scope != null) Scopes.require(scope);
            this.scope = scope;
            return this;
        }

        /** The claim with the caller's roles: a list, or a text with spaces. With dots, one inside of others. */
        public Builder rolesClaim(@Nullable String claim) {
            this.rolesClaim = claim;
            return this;
        }

        /** Whose face of the schema callers see; that of everybody unless given. */
        public Builder audiences(AudienceRules audiences) {
            this.audiences = audiences;
            return this;
        }

        /** What the time is; for tests. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** @throws IllegalStateException without an {@link #audience} */
        public JwtAuthentication build() {
            return new JwtAuthentication(this);
        }

        private TokenVerifier verifier() {
            if (accepted.isEmpty()) {
                throw new IllegalStateException(
                        "audience: none (at least one, or tokens for others would be accepted)");
            }
            KeySource source = keys == null ? remote() : keys;
            return new TokenVerifier(source, issuer, Set.copyOf(accepted), algorithms, skew, clock);
        }

        private RemoteKeys remote() {
            KeyDocuments documents = new KeyDocuments();
            URI given = jwks;
            return new RemoteKeys(() -> given == null ? KeyPlace.of(issuer.get(), documents) : given, documents, clock);
        }
    }
}
