package dev.perigee.server;

import dev.perigee.execution.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An operation of a connection of WebSocket. Its state is of the connection's event loop, as the connection's is. */
final class SocketOperation implements ResponseSink {
    private final String id;
    private final GraphSocket socket;
    private @Nullable Delivery delivery;
    private boolean isStream;

    SocketOperation(String id, GraphSocket socket) {
        this.id = id;
        this.socket = socket;
    }

    void begins(Delivery delivery) {
        this.delivery = delivery;
    }

    void cancel(Ending why) {
        if (delivery != null) delivery.cancel(why);
    }

    String id() {
        return id;
    }

    boolean isStream() {
        return isStream;
    }

    @Override
    public void opened() {
        socket.execute(() -> {
            isStream = true;
            socket.streamOpened();
        });
    }

    @Override
    public CompletableFuture<Void> next(Response response) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        socket.execute(() -> socket.write(this, ServerMessage.next(id, response.bytes()))
                .whenComplete((nothing, failure) -> {
                    if (failure == null) taken.complete(null);
                    else taken.completeExceptionally(failure);
                }));
        return taken;
    }

    @Override
    public void error(Response error) {
        socket.execute(() -> socket.finish(this, ServerMessage.error(id, error.errors())));
    }

    @Override
    public void complete() {
        socket.execute(() -> socket.finish(this, ServerMessage.complete(id)));
    }
}
