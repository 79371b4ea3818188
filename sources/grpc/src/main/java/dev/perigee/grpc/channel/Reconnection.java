package dev.perigee.grpc.channel;

import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tries a lost connection again sooner than gRPC does, whose pauses grow to two minutes: a server that is back is used
 * a few seconds after somebody has asked for it.
 */
final class Reconnection {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ManagedChannel channel;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    Reconnection(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Called when a server was not available. */
    void hasten() {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= PAUSE_NANOS && last.compareAndSet(before, now)) channel.resetConnectBackoff();
    }
}
