package dev.perigee.client;

import dev.perigee.client.http.HttpTransport;
import dev.perigee.client.stream.Subscriptions;
import dev.perigee.schema.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Client}. For one thread. */
public final class ClientBuilder {
    private final URI uri;
    private Duration timeout = Duration.ofSeconds(30);
    private @Nullable Schema schema;
    private SubscriptionSettings subscriptions = SubscriptionSettings.webSocket();

    ClientBuilder(URI uri) {
        this.uri = uri;
    }

    /** How long an operation may take, all attempts together; 30 seconds unless given. */
    public ClientBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) throw new IllegalArgumentException("timeout: " + timeout);
        this.timeout = timeout;
        return this;
    }

    /** What operations are checked against, without asking the server for it. */
    public ClientBuilder schema(@Nullable Schema schema) {
        this.schema = schema;
        return this;
    }

    /** How to subscribe; {@link SubscriptionSettings#webSocket} unless given. */
    public ClientBuilder subscriptions(SubscriptionSettings subscriptions) {
        this.subscriptions = subscriptions;
        return this;
    }

    Duration timeout() {
        return timeout;
    }

    @Nullable Schema schema() {
        return schema;
    }

    public Client build() {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return new Client(
                this,
                new HttpTransport(http, Subscriptions.withScheme(uri, false)),
                Subscriptions.of(subscriptions, http, uri, null));
    }
}
