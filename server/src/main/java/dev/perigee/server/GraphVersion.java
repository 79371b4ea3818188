package dev.perigee.server;

import dev.perigee.execution.Engine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One of the graphs that a server has had, with a count of who uses it. */
final class GraphVersion {
    private final Engine engine;
    private final @Nullable Rpc rpc;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** The first is the server itself, until it has another. At 0, it is never entered again. */
    private final AtomicInteger users = new AtomicInteger(1);

    GraphVersion(Engine engine, @Nullable Rpc rpc) {
        this.engine = engine;
        this.rpc = rpc;
    }

    Engine engine() {
        return engine;
    }

    @Nullable Rpc rpc() {
        return rpc;
    }

    /** False if it has ended meanwhile. */
    boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) ended.complete(null);
    }

    CompletableFuture<Void> ended() {
        return ended;
    }
}
