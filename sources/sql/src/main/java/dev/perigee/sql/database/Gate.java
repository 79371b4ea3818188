package dev.perigee.sql.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many through as there are connections, in the order in which they came, and lets only so many wait. The pool
 * behind it never has a queue of its own, where thousands of virtual threads would spin. Thread-safe.
 */
final class Gate {
    private final Semaphore permits;
    private final int maxWaiting;

    Gate(int connections, int maxWaiting) {
        this.permits = new Semaphore(connections, true);
        this.maxWaiting = maxWaiting;
    }

    /**
     * Waits for a connection to be free. Each call that returns must be followed by {@link #leave}.
     *
     * @throws DatabaseException if too many wait already, or the time is up
     */
    void enter(Duration atMost) throws InterruptedException {
        if (permits.tryAcquire()) return;
        if (permits.getQueueLength() >= maxWaiting) {
            throw new DatabaseException(
                    "DATABASE_BUSY", "Too many requests wait for the database (" + maxWaiting + "). Try again later.");
        }
        if (!permits.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new DatabaseException("DATABASE_BUSY", "No connection to the database was free in time.");
        }
    }

    void leave() {
        permits.release();
    }

    int free() {
        return permits.availablePermits();
    }
}
