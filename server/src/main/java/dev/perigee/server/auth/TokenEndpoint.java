package dev.perigee.server.auth;

import com.linecorp.armeria.server.HttpService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small authorization server for the client credentials grant, within a server of a graph: {@code POST /oauth/token} for
 * clients that it is told, {@code /oauth/jwks} with its public keys, and its metadata.
 *
 * <pre>{@code
 * TokenEndpoint tokens = TokenEndpoint.builder().client(webServer).keysFile(Path.of("keys.json")).build();
 * GraphServer.builder(engine)
 *         .tokenEndpoint(tokens)
 *         .authentication(JwtAuthentication.builder(tokens).build())
 *         .start();
 * }</pre>
 *
 * Tokens are signed by ES256. Keys are exchanged for new ones every now and then, those before stay public for as long as
 * a token of theirs can be good. Wrong secrets are slowed down by client and address. Safe to use from any thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client Credentials Grant</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414, Authorization Server Metadata</a>
 */
public final class TokenEndpoint {
    static final String TOKEN_PATH = "/oauth/token";
    static final String KEYS_PATH = "/oauth/jwks";
    static final String METADATA_PATH = "/.well-known/oauth-authorization-server";

    private final Map<String, TokenClient> clients;
    private final SigningKeys keys;
    private final String audience;
    private final Clock clock;
    private volatile @Nullable String issuer;

    private TokenEndpoint(Builder settings) throws IOException {
        this.clients = Map.copyOf(settings.clients);
        this.keys = new SigningKeys(
                settings.keysFile == null ? null : new KeyFile(settings.keysFile),
                settings.keyRotation,
                settings.clock);
        this.audience = settings.audience;
        this.clock = settings.clock;
        this.issuer = settings.issuer;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What answers at which path. One set of them for each server. */
    public Map<String, HttpService> services() {
        return Map.of(
                TOKEN_PATH, new TokenService(clients, new AccessTokens(keys, audience, clock), this::issuer, clock),
                KEYS_PATH, new PublishedService(() -> keys.published().toString()),
                METADATA_PATH, new PublishedService(() -> ServerMetadata.of(issuer())));
    }

    /** Told by the server that serves it, once it listens: the issuer, unless one was given. */
    public void servedAt(URI uri) {
        if (issuer == null) issuer = withoutSlash(uri.toString());
    }

    /** @throws IllegalStateException if none was given, and nobody serves it yet */
    String issuer() {
        String named = issuer;
        if (named == null) throw new IllegalStateException("The token endpoint is not served yet, and has no issuer");
        return named;
    }

    KeySource keys() {
        return keys;
    }

    String audience() {
        return audience;
    }

    Clock clock() {
        return clock;
    }

    private static String withoutSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    /** Collects settings. For one thread. */
    public static final class Builder {
        private final Map<String, TokenClient> clients = new LinkedHashMap<>();
        private @Nullable String issuer;
        private String audience = "perigee";
        private @Nullable Path keysFile;
        private Duration keyRotation = Duration.ofDays(30);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** @throws IllegalArgumentException if there is one with its id */
        public Builder client(TokenClient client) {
            if (clients.putIfAbsent(client.id(), client) != null) {
                throw new IllegalArgumentException("client: " + client.id() + " (there is one already)");
            }
            return this;
        }

        /**
         * Where clients reach the server, such as {@code https://graph.example.com}, without a slash at the end; unless
         * given, where it is reached from its own machine.
         */
        public Builder issuer(@Nullable URI issuer) {
            this.issuer = issuer == null ? null : withoutSlash(issuer.toString());
            return this;
        }

        /** Whom tokens are for, their {@code aud}; {@code perigee} unless given. */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /**
         * A file for the signing keys, made if it is not there: so they outlive the process, and several can share them.
         * Unless given, the keys end with the process, and with them all tokens.
         */
        public Builder keysFile(@Nullable Path file) {
            this.keysFile = file;
            return this;
        }

        /** How long a key signs before there is another, at least a minute; 30 days unless given. */
        public Builder keyRotation(Duration rotation) {
            if (rotation.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("keyRotation: " + rotation + " (at least a minute)");
            }
            this.keyRotation = rotation;
            return this;
        }

        /** What the time is; for tests. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** @throws IOException if the file of keys can't be used; the message says why, and what to do */
        public TokenEndpoint build() throws IOException {
            return new TokenEndpoint(this);
        }
    }
}
