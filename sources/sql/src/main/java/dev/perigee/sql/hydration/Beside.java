package dev.perigee.sql.hydration;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Two things done at the same time. */
final class Beside {
    private Beside() {}

    /** Does one thing on this thread and the other beside it; returns when both are done, or fails when one does. */
    static void each(Callable<?> here, Callable<?> there) throws Exception {
        FutureTask<?> other = new FutureTask<>(there);
        Thread thread = Thread.ofVirtual().name("perigee-sql-beside").start(other);
        try {
            here.call();
            other.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.interrupt(); // of no effect once it is done
        }
    }
}
