package dev.perigee.execution;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Watches over deadlines, with one daemon thread for all requests. Threads that do a request's work themselves stand in
 * a table that is looked through every few milliseconds: to enter and to leave it costs one write each and no object.
 */
final class Deadlines {
    private static final int PERIOD_MILLIS = 20;
    private static final int SLOTS = 1024;
    private static final int MOST_PROBES = 32;
    private static final AtomicReferenceArray<Dispatcher> WATCHED = new AtomicReferenceArray<>(SLOTS);
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Deadlines() {}

    /**
     * Has {@link Dispatcher#interruptIfDue} called from time to time.
     *
     * @return false if so many are watched already that there is no place
     */
    static boolean watch(Dispatcher dispatcher) {
        return replace(null, dispatcher);
    }

    /** Ends what the same thread has begun with {@link #watch}. */
    static void unwatch(Dispatcher dispatcher) {
        replace(dispatcher, null);
    }

    private static boolean replace(@Nullable Dispatcher found, @Nullable Dispatcher by) {
        int first = Long.hashCode(Thread.currentThread().threadId() * 0x9E3779B97F4A7C15L) >>> 8;
        for (int i = 0; i < MOST_PROBES; i++) {
            if (WATCHED.compareAndSet((first + i) % SLOTS, found, by)) return true;
        }
        return false;
    }

    /** Runs an action after a time, on the timer's thread: it must be quick. */
    static ScheduledFuture<?> after(long nanos, Runnable action) {
        return TIMER.schedule(action, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private static void lookThrough() {
        for (int slot = 0; slot < SLOTS; slot++) {
            Dispatcher watched = WATCHED.get(slot);
            if (watched != null) watched.interruptIfDue();
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform().daemon().name("perigee-deadlines").unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
        var periodic =
                timer.scheduleAtFixedRate(Deadlines::lookThrough, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        assert !periodic.isDone();
        return timer;
    }
}
