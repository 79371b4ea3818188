package dev.perigee.examples.moongate.arena;

import dev.perigee.examples.moongate.arena.v1.Leaders;
import io.grpc.stub.ServerCallStreamObserver;

/** Tells one client of the leaders whenever they may have changed; one that is slow, of the last change alone. */
final class LeaderWatch {
    private final Standings standings;
    private final int count;
    private final ServerCallStreamObserver<Leaders> client;
    private final Runnable listener = this::changed;
    private boolean isNews = true;

    LeaderWatch(Standings standings, int count, ServerCallStreamObserver<Leaders> client) {
        this.standings = standings;
        this.count = count;
        this.client = client;
    }

    void start() {
        client.setOnCancelHandler(() -> standings.forget(listener));
        client.setOnReadyHandler(this::tell);
        standings.onChange(listener);
    }

    private synchronized void changed() {
        isNews = true;
        tell();
    }

    private synchronized void tell() {
        if (!isNews || !client.isReady() || client.isCancelled()) return;
        isNews = false;
        client.onNext(
                Leaders.newBuilder().addAllScores(standings.leaders(count)).build());
    }
}
