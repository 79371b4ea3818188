package dev.perigee.client.stream;

import dev.perigee.client.Credentials;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Protocol;
import dev.perigee.client.http.Outgoing;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Opens subscriptions: one way of doing so. Thread-safe. */
public interface Subscriptions extends AutoCloseable {
    /**
     * One payload, a response as JSON, for each event, as many as are asked for. Each subscriber gets a subscription of its
     * own, which cancelling ends at the server, too. A refusal by the server is a payload with errors and without data;
     * a connection that fails is a {@link dev.perigee.client.TransportException}.
     */
    Flow.Publisher<byte[]> subscribe(Outgoing request);

    @Override
    void close();

    /** @param uri of the client, for settings that have none */
    static Subscriptions of(
            SubscriptionSettings settings, HttpClient http, URI uri, @Nullable Credentials credentials) {
        URI at = Objects.requireNonNullElse(settings.uri(), uri);
        boolean isSocket = settings.protocol() == Protocol.WEB_SOCKET;
        Endpoint endpoint = new Endpoint(http, withScheme(at, isSocket), credentials, settings);
        Subscriptions made = isSocket ? new WebSocketSubscriptions(endpoint) : new EventStreams(endpoint);
        return settings.reconnects().max() == 0 ? made : new Reconnecting(made, settings.reconnects());
    }

    /** {@code ws} and {@code http} are two names of one address, in whatever case. */
    static URI withScheme(URI uri, boolean isSocket) {
        if (uri.getScheme() == null) return uri;
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String other = switch (scheme) {
            case "http", "ws" -> isSocket ? "ws" : "http";
            case "https", "wss" -> isSocket ? "wss" : "https";
            default -> scheme;
        };
        return URI.create(other + uri.toString().substring(scheme.length()));
    }
}
