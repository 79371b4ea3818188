package dev.perigee.client.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Reply;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where an issuer gives tokens, by what it says of itself: once it has said so, it is not asked again. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">OAuth 2.0 Authorization Server Metadata</a>
 */
final class IssuerMetadata {
    private static final int NOT_FOUND = 404;

    private final URI issuer;
    private final TokenServer server;
    private volatile @Nullable URI found;

    IssuerMetadata(URI issuer, TokenServer server) {
        this.issuer = issuer;
        this.server = server;
    }

    CompletableFuture<URI> tokenEndpoint() {
        URI known = found;
        if (known != null) return CompletableFuture.completedFuture(known);
        URI first = address("/.well-known/oauth-authorization-server" + path());
        return server.get(first).thenCompose(reply -> {
            if (reply.status() != NOT_FOUND) return CompletableFuture.completedFuture(read(first, reply));
            URI second = address(path() + "/.well-known/openid-configuration");
            return server.get(second).thenApply(answer -> read(second, answer));
        });
    }

    private String path() {
        return issuer.getRawPath().replaceFirst("/$", "");
    }

    private URI address(String path) {
        return issuer.resolve(path);
    }

    private URI read(URI address, Reply reply) {
        URI endpoint = metadata(address, reply).getTokenEndpointURI();
        if (endpoint == null) throw unusable(address, reply, "they name no token endpoint");
        found = endpoint;
        return endpoint;
    }

    private AuthorizationServerMetadata metadata(URI address, Reply reply) {
        if (reply.status() != 200) throw unusable(address, reply, "there are none");
        try {
            AuthorizationServerMetadata metadata = AuthorizationServerMetadata.parse(new String(reply.body(), UTF_8));
            String name = metadata.getIssuer().getValue();
            if (name.equals(issuer.toString())) return metadata;
            throw unusable(address, reply, "they are those of another issuer, " + name); // who would get the secret
        } catch (ParseException e) {
            throw unusable(address, reply, e.getMessage());
        }
    }

    private static TransportException unusable(URI address, Reply reply, @Nullable String reason) {
        return new TransportException(
                "No metadata of use at %s, status %d: %s.".formatted(address, reply.status(), reason),
                reply.status(),
                false,
                null);
    }
}
