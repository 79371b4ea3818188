package dev.perigee.server;

import dev.perigee.execution.Engine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The graph that requests get. It can be exchanged while they run: each ends on the one that it began with. Safe to use
 * from any thread.
 */
public final class LiveGraph {
    private final AtomicReference<GraphVersion> current;

    /** @param rpc what direct calls get; null where there are none */
    public LiveGraph(Engine engine, @Nullable Rpc rpc) {
        current = new AtomicReference<>(new GraphVersion(engine, rpc));
    }

    /** Of requests that arrive now. */
    public Engine engine() {
        return current.get().engine();
    }

    /** Whether it has direct calls. */
    public boolean hasRpc() {
        return current.get().rpc() != null;
    }

    /**
     * Requests that arrive from now on get this one.
     *
     * @return completes when the last request on the one before has ended; what only that one needs can be closed then
     */
    public CompletableFuture<Void> exchange(Engine engine, @Nullable Rpc rpc) {
        GraphVersion before = current.getAndSet(new GraphVersion(engine, rpc));
        before.leave();
        return before.ended();
    }

    /** The one of now, entered: who gets it has to leave it. */
    GraphVersion enter() {
        while (true) {
            GraphVersion version = current.get();
            if (version.enter()) return version;
        }
    }
}
