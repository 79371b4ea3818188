package dev.perigee.sql.database;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Platform threads that are never interrupted, to work for those that may be. Thread-safe. */
final class OwnThreads implements AutoCloseable {
    private final ExecutorService executor;

    OwnThreads(int threads) {
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("perigee-sql-", 0).factory());
    }

    /**
     * Does the work, and waits for it. The caller that is interrupted meanwhile waits on, as what it has begun must have
     * ended before its connection is given back, and is interrupted then; whoever interrupts cancels the statement, too.
     */
    <T> T perform(Callable<T> work) throws Exception {
        Future<T> future = executor.submit(work);
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof Exception cause) throw cause;
                    throw e;
                }
            }
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
