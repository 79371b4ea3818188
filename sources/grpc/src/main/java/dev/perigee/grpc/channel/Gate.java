package dev.perigee.grpc.channel;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many calls through at a time, in the order in which they came, and lets only so many wait. A call that waits
 * takes no thread. Thread-safe.
 */
final class Gate {
    private final int maxRunning;
    private final int maxWaiting;
    private final LinkedHashSet<Runnable> waiting = new LinkedHashSet<>(); // also to take one back at once
    private int running;

    Gate(int maxRunning, int maxWaiting) {
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    /** What became of one who came. */
    enum Place {
        INSIDE,
        WAITING,
        NONE
    }

    /** @param start run on another thread when it is its turn, if it has to wait; each that is inside must {@link #leave} */
    synchronized Place enter(Runnable start) {
        if (running < maxRunning) {
            running++;
            return Place.INSIDE;
        }
        if (waiting.size() >= maxWaiting) return Place.NONE;
        waiting.add(start);
        return Place.WAITING;
    }

    void leave() {
        Runnable next = next();
        // Not here: a call in process would run as part of the one that has ended.
        if (next != null) Thread.startVirtualThread(next);
    }

    private synchronized @Nullable Runnable next() {
        if (!waiting.isEmpty()) return waiting.removeFirst();
        running--;
        return null;
    }

    /** Takes back one who waits, and has given up. */
    synchronized void giveUp(Runnable start) {
        waiting.remove(start);
    }
}
