package dev.perigee.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Connections and streams that last until somebody ends them: so many at one time, and none after a stop. Thread-safe. */
final class OpenStreams {
    private final int most;
    private final Set<Runnable> stops = new HashSet<>();
    private boolean isStopping;

    OpenStreams(int most) {
        this.most = most;
    }

    /**
     * False if there are too many.
     *
     * @param stop ends it from our side; called at once if the server is stopping already
     */
    boolean add(Runnable stop) {
        synchronized (this) {
            if (!isStopping) return stops.size() < most && stops.add(stop);
        }
        stop.run();
        return true;
    }

    synchronized void remove(Runnable stop) {
        stops.remove(stop);
    }

    void stop() {
        List<Runnable> all;
        synchronized (this) {
            isStopping = true;
            all = List.copyOf(stops);
        }
        all.forEach(Runnable::run);
    }
}
