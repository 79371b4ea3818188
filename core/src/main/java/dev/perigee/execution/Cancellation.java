package dev.perigee.execution;

import dev.perigee.data.Context.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is to be done if a request ends before its time, and whether it has. Thread-safe. */
final class Cancellation {
    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());

    /** What actions are given before threads are interrupted all the same. */
    static final long GRACE_MILLIS = 500;

    private final Set<Action> actions = new LinkedHashSet<>();
    private @Nullable CountDownLatch running;
    private volatile boolean hasBegun;
    private volatile boolean isGivenUp;

    /** One registration: the same code may be registered several times. */
    private static final class Action {
        final Runnable code;

        Action(Runnable code) {
            this.code = code;
        }
    }

    boolean hasBegun() {
        return hasBegun;
    }

    /** Whether it was somebody else who has ended the request, and not its deadline. */
    boolean isGivenUp() {
        return isGivenUp;
    }

    /** Whether there is something to run. */
    synchronized boolean hasActions() {
        return !actions.isEmpty();
    }

    /** @see dev.perigee.data.Context#onCancel */
    Registration add(Runnable code) {
        synchronized (this) {
            if (!hasBegun) {
                Action registered = new Action(code);
                actions.add(registered);
                return () -> remove(registered);
            }
        }
        code.run();
        return () -> {};
    }

    private synchronized void remove(Action registered) {
        actions.remove(registered);
    }

    /** Somebody ends the request, as when nobody waits for the answer: {@link #begin}, then an interrupt of its thread. */
    void giveUp(Thread runner) {
        isGivenUp = true;
        begin(); // first: what the thread is busy with may not mind an interrupt
        runner.interrupt();
    }

    /**
     * Runs the actions, once. Returns when they have run, by whatever thread, or have taken too long: what is done next
     * is to interrupt, by which a connection may break that a cancellation has to go by.
     */
    void begin() {
        List<Action> registered;
        CountDownLatch done;
        boolean isFirst;
        synchronized (this) {
            isFirst = !hasBegun;
            hasBegun = true;
            registered = List.copyOf(actions);
            actions.clear();
            if (isFirst && !registered.isEmpty()) running = new CountDownLatch(1);
            done = running;
        }
        if (done == null) return;
        if (isFirst) runAll(registered, done);
        else await(done);
    }

    private static void runAll(List<Action> registered, CountDownLatch done) {
        for (Action action : registered) {
            try {
                action.code.run();
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.WARNING, "An action on cancellation failed", e);
            }
        }
        done.countDown();
    }

    private static void await(CountDownLatch done) {
        boolean isInterrupted = Thread.interrupted();
        try {
            boolean isDone = done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            if (!isDone) LOG.log(System.Logger.Level.DEBUG, "Actions on cancellation take long");
        } catch (InterruptedException e) {
            isInterrupted = true;
        }
        if (isInterrupted) Thread.currentThread().interrupt();
    }
}
