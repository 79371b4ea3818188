package dev.perigee.client.stream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as messages: whole, bounded, one at a time. It reads the next only when told to, so that whoever gets them
 * sets the pace; what is sent waits in order for what was sent before.
 */
final class Socket implements WebSocket.Listener {
    /** What comes of a socket, one call after the other. Each ends with {@link #readNext}, now or later. */
    interface Receiver {
        void opened(Socket socket);

        void message(String text);

        /** Something that is not allowed came. The socket is open still. */
        void violation(String what);

        /** Nothing more comes. */
        void closed(int code, String reason);

        /** Nothing more comes, and nobody said why. */
        void lost(Throwable failure);
    }

    private static final int CLOSE_SECONDS = 1;

    private final Receiver receiver;
    private final int maxBytes;
    private final StringBuilder partial = new StringBuilder();

    private @Nullable WebSocket socket;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    Socket(Receiver receiver, int maxBytes) {
        this.receiver = receiver;
        this.maxBytes = maxBytes;
    }

    /** As the server chose it; empty if it chose none. */
    synchronized String subprotocol() {
        return socket == null ? "" : socket.getSubprotocol();
    }

    synchronized void readNext() {
        if (socket != null) socket.request(1);
    }

    /** @return ends when it is handed over to the network */
    synchronized CompletableFuture<?> send(String text) {
        WebSocket open = socket;
        if (open == null) return sent;
        sent = sent.thenCompose(done -> open.sendText(text, true));
        return sent;
    }

    /**
     * Closes it after what was sent before, and without that if it takes longer than a moment: there are servers that read
     * nothing any more. Nothing more is read here, either.
     *
     * @param reason no more than 123 bytes of it arrive
     */
    synchronized CompletableFuture<?> close(int code, String reason) {
        WebSocket open = socket;
        if (open == null) return sent;
        sent = sent.thenCompose(done -> open.sendClose(code, ascii(reason)))
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> open.abort());
        socket = null;
        return sent;
    }

    /** A reason is short, in bytes of UTF-8: with one byte for each character there is no cutting one in two. */
    private static String ascii(String reason) {
        String plain = reason.replaceAll("[^ -~]", "?");
        return plain.length() <= 123 ? plain : plain.substring(0, 120) + "...";
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
        }
        receiver.opened(this);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (partial.length() + (long) data.length() > maxBytes) {
            receiver.violation("a message of more than " + maxBytes + " bytes");
            return null;
        }
        partial.append(data);
        if (!last) {
            from.request(1);
            return null;
        }
        String text = partial.toString();
        partial.setLength(0);
        receiver.message(text);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        receiver.violation("a binary message");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        receiver.closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        receiver.lost(failure);
    }
}
