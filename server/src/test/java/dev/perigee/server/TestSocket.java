package dev.perigee.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A client of {@code graphql-transport-ws} that only says and hears what a test wants: the JDK's. */
final class TestSocket implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What came in: messages, and {@code "<code> <reason>"} when it was closed. */
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final WebSocket socket;

    /** Connects, and says nothing yet. */
    TestSocket(URI server, String... headers) throws Exception {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        for (int i = 0; i < headers.length; i += 2) builder.header(headers[i], headers[i + 1]);
        socket = builder.buildAsync(URI.create("ws" + server.toString().substring(4) + "graphql"), new Listener())
                .get(10, SECONDS);
    }

    /** A connection that is acknowledged. */
    static TestSocket ready(URI server, String... headers) throws Exception {
        TestSocket socket = new TestSocket(server, headers);
        socket.say("{\"type\": \"connection_init\"}");
        if (!socket.hear().equals("{\"type\":\"connection_ack\"}")) throw new AssertionError("No ack");
        return socket;
    }

    void say(String message) throws Exception {
        socket.sendText(message, true).get(10, SECONDS);
    }

    void subscribe(String id, String document) throws Exception {
        say("{\"id\": \"" + id + "\", \"type\": \"subscribe\", \"payload\": {\"query\": \""
                + document.replace("\"", "\\\"") + "\"}}");
    }

    void complete(String id) throws Exception {
        say("{\"id\": \"" + id + "\", \"type\": \"complete\"}");
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    WebSocket raw() {
        return socket;
    }

    /** The next message or the close. */
    String hear() throws InterruptedException {
        String next = heard.poll(10, SECONDS);
        if (next == null) throw new AssertionError("Nothing was heard for 10 s");
        return next;
    }

    /** Whether there is nothing to hear at present. */
    boolean isQuiet() {
        return heard.isEmpty();
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                heard.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            heard.add("pong of " + message.remaining() + " bytes");
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable e) {
            heard.add("error " + e);
        }
    }
}
