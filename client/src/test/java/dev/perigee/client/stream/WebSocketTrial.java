package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.TransportException;
import dev.perigee.client.stream.SocketServer.Script;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests of WebSockets do with a server that follows a script. */
final class WebSocketTrial {
    static final SubscriptionSettings SETTINGS = SubscriptionSettings.webSocket();
    static final Operation<Map<String, @Nullable Object>> TICKS = Operation.of("subscription { tick }");

    private WebSocketTrial() {}

    static Client client(SocketServer server, SubscriptionSettings settings) {
        return Client.builder(server.uri()).subscriptions(settings).build();
    }

    static String next(String id, long tick) {
        return "{\"id\":\"" + id + "\",\"type\":\"next\",\"payload\":{\"data\":{\"tick\":" + tick + "}}}";
    }

    static String complete(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"complete\"}";
    }

    /** The failure of one subscription to a server that does as the script says. */
    static TransportException failure(Script script, SubscriptionSettings settings) throws IOException {
        try (SocketServer server = new SocketServer(script);
                Client client = client(server, settings)) {
            Object end = Probe.eager(client.subscribe(TICKS)).end();
            assertThat(end).isInstanceOf(TransportException.class);
            assertThat(((TransportException) end).getMessage())
                    .startsWith("ws://localhost:" + server.uri().getPort() + "/graphql: ");
            return (TransportException) end;
        }
    }

    static String told(TransportException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("^ws://[^ ]*: ", "");
    }
}
