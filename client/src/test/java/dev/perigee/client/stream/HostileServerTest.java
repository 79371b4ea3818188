package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.SubscriptionSettings.Protocol;
import dev.perigee.client.TransportException;
import dev.perigee.client.stream.SocketServer.Peer;
import dev.perigee.client.stream.SocketServer.Script;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that send what nobody should: each subscription ends, soon, and its connection with it. */
@Timeout(20)
class HostileServerTest {
    private static final Operation<Map<String, @Nullable Object>> TICKS = Operation.of("subscription { tick }");
    private static final byte[] MUCH = "x".repeat(1 << 16).getBytes(UTF_8);

    /** What the subscriber of a server is told that has to notice that its client has gone. */
    private static String failure(Protocol protocol, Script script) throws Exception {
        SubscriptionSettings settings = protocol == Protocol.WEB_SOCKET
                ? SubscriptionSettings.webSocket()
                : SubscriptionSettings.serverSentEvents();
        return failure(settings, script, TICKS);
    }

    private static String failure(
            SubscriptionSettings settings, Script script, Operation<Map<String, @Nullable Object>> operation)
            throws Exception {
        BlockingQueue<String> gone = new LinkedBlockingQueue<>();
        Script watched = peer -> {
            try {
                script.run(peer);
                peer.awaitEnd();
            } catch (SocketException e) {
                // the same
            }
            gone.add("gone");
        };
        try (SocketServer server = new SocketServer(watched);
                Client client =
                        Client.builder(server.uri()).subscriptions(settings).build()) {
            Object end = Probe.eager(client.subscribe(operation)).end();
            assertThat(gone.poll(5, TimeUnit.SECONDS))
                    .as(end + ", and the connection")
                    .isEqualTo("gone");
            assertThat(end).isInstanceOf(TransportException.class);
            return String.valueOf(((TransportException) end).getMessage()).replaceFirst("^[a-z]+://[^ ]*: ", "");
        }
    }

    private static void endless(Peer peer) throws IOException {
        while (true) peer.out.write(MUCH);
    }

    @Test
    void an_event_of_many_megabytes() throws Exception {
        assertThat(failure(Protocol.WEB_SOCKET, peer -> {
                    peer.acknowledge();
                    peer.out.write(new byte[] {(byte) 0x81, 127, 0, 0, 0, 0, 0x40, 0, 0, 0}); // a GiB in one frame
                    endless(peer);
                }))
                .isEqualTo("The server broke the protocol by a message of more than 4195328 bytes");
        assertThat(failure(Protocol.SERVER_SENT_EVENTS, peer -> {
                    peer.body();
                    peer.head("200 OK", "text/event-stream");
                    peer.write("data: ");
                    endless(peer);
                }))
                .isEqualTo("An event has more than 4194304 bytes (maxEventBytes)");
    }

    @Test
    void bytes_that_are_no_frames() throws Exception {
        assertThat(failure(Protocol.WEB_SOCKET, peer -> {
                    peer.acknowledge();
                    endless(peer);
                }))
                .startsWith("The server broke the protocol: ");
        assertThat(failure(Protocol.WEB_SOCKET, peer -> {
                    peer.acknowledge();
                    peer.frame(0x81, new byte[] {'"', (byte) 0xFF, (byte) 0xFE}); // nor UTF-8
                }))
                .startsWith("The server broke the protocol: ");
    }

    @Test
    void frames_without_an_end_that_say_nothing() throws Exception {
        SubscriptionSettings settings =
                SubscriptionSettings.webSocket().times(Duration.ofSeconds(10), Duration.ofMillis(500));
        assertThat(failure(
                        settings,
                        peer -> {
                            peer.acknowledge();
                            for (int kind = 0x01; ; kind = 0x00) peer.frame(kind, new byte[0]);
                        },
                        TICKS))
                .isEqualTo("The connection was lost: no answer to a ping within 500 ms");
        assertThat(failure(
                        settings,
                        peer -> {
                            peer.acknowledge();
                            while (true)
                                peer.frame(0x89, new byte[100]); // pings of WebSocket, whose answers nobody reads
                        },
                        TICKS))
                .isEqualTo("The connection was lost: no answer to a ping within 500 ms");
    }

    @Test
    void a_server_that_reads_nothing_any_more() throws Exception {
        Operation<Map<String, @Nullable Object>> large = TICKS.variable("much", "x".repeat(20 << 20));
        Script deaf = peer -> {
            peer.acknowledge();
            for (peer.frame(0x82, new byte[3]); ; ) peer.out.write(MUCH);
        };
        assertThat(failure(SubscriptionSettings.webSocket(), deaf, large))
                .isEqualTo("The server broke the protocol by a binary message");
    }

    @Test
    void the_end_at_once() throws Exception {
        assertThat(failure(Protocol.WEB_SOCKET, peer -> {
                    peer.accept("graphql-transport-ws");
                    peer.out.close();
                }))
                .startsWith("The connection was lost");
    }
}
