package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take less than there is: their sources wait, and the server keeps nothing for them. */
@Timeout(60)
class SlowClientTest {
    private static final int LENGTH = 100_000;
    private static final String TEXTS = "subscription { texts(length: " + LENGTH + ") }";

    /** What systems between two programs keep on the way: more than that, the source must not be asked for. */
    private static final int MOST_ON_THE_WAY = (32 << 20) / LENGTH;

    private final StreamGraph graph = new StreamGraph();
    private GraphServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_websocket_that_is_not_read() throws Exception {
        serve(Duration.ofSeconds(30));
        try (Socket client = openSocket()) {
            say(client, "{\"type\":\"connection_init\"}");
            say(client, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + TEXTS + "\"}}");
            waitsForItsClient(client.getInputStream());
        }
        assertThat(graph.stream("texts").cancelled.await(10, SECONDS)).isTrue();
    }

    @Test
    void events_that_are_not_read() throws Exception {
        serve(Duration.ofSeconds(30));
        try (Socket client = openEvents()) {
            waitsForItsClient(client.getInputStream());
        }
        assertThat(graph.stream("texts").cancelled.await(10, SECONDS)).isTrue();
    }

    @Test
    void a_websocket_that_is_not_read_for_too_long() throws Exception {
        serve(Duration.ofMillis(500));
        try (Socket client = openSocket()) {
            say(client, "{\"type\":\"connection_init\"}");
            say(client, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + TEXTS + "\"}}");
            assertThat(graph.stream("texts").cancelled.await(20, SECONDS)).isTrue();
            assertThat(graph.stream("texts").asked).hasValueLessThan(MOST_ON_THE_WAY);
            endsWithoutAnEnd(client.getInputStream());
        }
    }

    @Test
    void events_that_are_not_read_for_too_long() throws Exception {
        serve(Duration.ofMillis(500));
        try (Socket client = openEvents()) {
            assertThat(graph.stream("texts").cancelled.await(20, SECONDS)).isTrue();
            assertThat(graph.stream("texts").asked).hasValueLessThan(MOST_ON_THE_WAY);
            endsWithoutAnEnd(client.getInputStream());
        }
    }

    @Test
    void who_asks_without_reading_is_not_read_from() throws Exception {
        serve(Duration.ofSeconds(30));
        AtomicLong written = new AtomicLong();
        try (Socket client = openSocket()) {
            byte[] ping = frame(9, "x".repeat(125));
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        client.getOutputStream().write(ping);
                        written.addAndGet(ping.length);
                    }
                } catch (IOException e) {
                    // closed below
                }
            });
            assertThat(untilQuiet(written::get)).isBetween(1L, 64L << 20);
        }
    }

    /** The source is asked for no more once the way is full, and for more when the client reads. */
    private void waitsForItsClient(InputStream in) throws Exception {
        assertThat(graph.stream("texts").opened.await(10, SECONDS)).isTrue();
        int asked = (int) untilQuiet(graph.stream("texts").asked::get);
        assertThat(asked).isBetween(1, MOST_ON_THE_WAY);
        in.skipNBytes((long) asked * LENGTH);
        untilAskedFor(asked + 1);
    }

    /** The count when it does not grow any more, or is far too high. */
    private static long untilQuiet(LongSupplier count) throws InterruptedException {
        long before = -1;
        while (count.getAsLong() != before && before < 1L << 30) {
            before = count.getAsLong();
            Thread.sleep(500);
        }
        return before;
    }

    private void untilAskedFor(int events) throws InterruptedException {
        while (graph.stream("texts").asked.get() < events) Thread.sleep(10);
    }

    /** What was on its way comes, and then nothing: neither the last chunk of HTTP nor a close of WebSocket. */
    private static void endsWithoutAnEnd(InputStream in) throws IOException {
        try {
            while (in.read(new byte[65_536]) >= 0) {}
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private void serve(Duration maxStall) throws IOException {
        server = GraphServer.builder(graph.engine())
                .port(0)
                .streams(StreamSettings.DEFAULT.withTimes(Duration.ofSeconds(10), Duration.ofSeconds(60), maxStall))
                .start();
    }

    private Socket openEvents() throws IOException {
        Socket client = connect();
        client.getOutputStream()
                .write(("GET /graphql?query=" + TestServer.encoded(TEXTS)
                                + " HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n")
                        .getBytes(US_ASCII));
        assertThat(TestServer.readResponse(client)).startsWith("HTTP/1.1 200 OK");
        return client;
    }

    private Socket openSocket() throws IOException {
        Socket client = connect();
        client.getOutputStream()
                .write(("GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n"
                                + "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "sec-websocket-protocol: graphql-transport-ws\r\n\r\n")
                        .getBytes(US_ASCII));
        assertThat(TestServer.readResponse(client)).startsWith("HTTP/1.1 101 ");
        return client;
    }

    private Socket connect() throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(64 << 10);
        client.connect(new InetSocketAddress("localhost", server.port()));
        return client;
    }

    private static void say(Socket client, String message) throws IOException {
        client.getOutputStream().write(frame(1, message));
    }

    /** A frame under a mask of zeros. */
    private static byte[] frame(int opcode, String message) {
        byte[] text = message.getBytes(US_ASCII);
        byte[] length = text.length < 126
                ? new byte[] {(byte) (0x80 | text.length)}
                : new byte[] {(byte) (0x80 | 126), (byte) (text.length >> 8), (byte) text.length};
        byte[] frame = new byte[1 + length.length + 4 + text.length];
        frame[0] = (byte) (0x80 | opcode);
        System.arraycopy(length, 0, frame, 1, length.length);
        System.arraycopy(text, 0, frame, frame.length - text.length, text.length);
        return frame;
    }
}
