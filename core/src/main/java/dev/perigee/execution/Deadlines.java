package dev.perigee.execution;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts threads that are still at work when their time is up. One daemon thread serves all requests. */
final class Deadlines {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Deadlines() {}

    /** Interrupts the calling thread after a time, unless the watch is closed before. */
    static Watch interruptAfter(long nanos) {
        Watch watch = new Watch(Thread.currentThread());
        watch.scheduled = TIMER.schedule(watch, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        return watch;
    }

    /** Runs an action after a time, on the timer's thread: it must be quick. */
    static ScheduledFuture<?> after(long nanos, Runnable action) {
        return TIMER.schedule(action, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform().daemon().name("perigee-deadlines").unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** The watch over one piece of work. An interrupt of its own never outlives it. */
    static final class Watch implements Runnable, AutoCloseable {
        private final Thread thread;
        private @Nullable ScheduledFuture<?> scheduled;
        private boolean isOver;
        private boolean hasInterrupted;

        private Watch(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (isOver) return;
            hasInterrupted = true;
            thread.interrupt();
        }

        @Override
        public void close() {
            if (scheduled != null) scheduled.cancel(false);
            synchronized (this) {
                isOver = true;
                if (hasInterrupted) Thread.interrupted();
            }
        }
    }
}
