package dev.perigee.grpc.channel;

import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;

/** Ends a channel. */
final class ChannelEnd {
    private static final int SECONDS_FOR_CALLS = 2;

    private ChannelEnd() {}

    /** Calls that run get a moment to end, then they are cancelled. */
    static void close(ManagedChannel channel) {
        channel.shutdown();
        try {
            if (channel.awaitTermination(SECONDS_FOR_CALLS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.shutdownNow();
    }
}
