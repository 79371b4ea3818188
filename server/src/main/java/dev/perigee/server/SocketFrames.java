package dev.perigee.server;

import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketFrameType;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Makes messages of frames. The next frame is asked for when what the last one brought has been answered: a client that
 * does not read its answers is not read from. Of the event loop of the connection.
 */
final class SocketFrames implements Subscriber<WebSocketFrame> {
    private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    private final GraphSocket socket;
    private final int maxMessageBytes;
    private ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean isBinary;
    private @Nullable Subscription frames;

    SocketFrames(GraphSocket socket, int maxMessageBytes) {
        this.socket = socket;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        frames = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(WebSocketFrame frame) {
        socket.heard();
        receive(frame).thenRun(() -> {
            if (frames != null) frames.request(1);
        });
    }

    private CompletableFuture<Void> receive(WebSocketFrame frame) {
        return switch (frame.type()) {
            case TEXT, BINARY, CONTINUATION -> part(frame);
            case PING -> socket.write(WebSocketFrame.ofPong(frame.array()));
            case PONG -> AT_ONCE;
            case CLOSE -> {
                socket.closedByClient();
                yield AT_ONCE;
            }
        };
    }

    private CompletableFuture<Void> part(WebSocketFrame frame) {
        if (message.size() + frame.length() > maxMessageBytes) {
            socket.close(CloseCode.TOO_BIG, "A message is longer than " + maxMessageBytes + " bytes.");
            return AT_ONCE;
        }
        if (frame.type() != WebSocketFrameType.CONTINUATION) isBinary = frame.type() == WebSocketFrameType.BINARY;
        message.writeBytes(frame.array());
        if (!frame.isFinalFragment()) return AT_ONCE;
        byte[] whole = message.toByteArray();
        message = new ByteArrayOutputStream();
        if (!isBinary) return socket.receive(whole);
        socket.close(CloseCode.BAD_REQUEST, "A message is text, found binary data.");
        return AT_ONCE;
    }

    @Override
    public void onError(Throwable e) {
        // Armeria tells the client what is wrong with a frame, and the socket that it is over.
    }

    @Override
    public void onComplete() {
        socket.closedByClient();
    }
}
