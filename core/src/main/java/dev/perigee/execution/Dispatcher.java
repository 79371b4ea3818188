package dev.perigee.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the work of one request and delivers the outcomes, all on the thread that runs the request: nothing that a
 * request has is shared. Work that is alone is done by that thread itself, without a hand-over.
 */
final class Dispatcher {
    /** Less than what an asynchronous request is given before its response is given up. */
    private static final long WRITING_GRACE_NANOS = 900_000_000;

    private final RequestContext context;
    private final Calls calls = new Calls();
    private @Nullable Work next;
    private @Nullable More more;
    private @Nullable Thread runner;
    private boolean isWatched;
    private boolean isDue;
    private boolean isInterruptedAtDeadline;
    private boolean isInterruptedByOthers;
    private @Nullable RuntimeException ended;

    Dispatcher(RequestContext context) {
        this.context = context;
    }

    /** What it takes for several pieces of work at a time, and other threads that do them. Most requests never need it. */
    private static final class More {
        final Queue<Work> afterNext = new ArrayDeque<>();
        final Set<InFlight> inFlight = new LinkedHashSet<>();
        final BlockingQueue<Runnable> outcomes = new LinkedBlockingQueue<>();
    }

    /** Work that was started: a thread or a stage, to be cancelled if the request ends before. */
    private static final class InFlight {
        final Work work;

        @Nullable Thread thread;

        @Nullable CompletionStage<?> stage;

        InFlight(Work work) {
            this.work = work;
        }

        void cancel() {
            if (thread != null) thread.interrupt();
            if (stage instanceof Future<?> future) future.cancel(true);
        }
    }

    RequestContext context() {
        return context;
    }

    Calls calls() {
        return calls;
    }

    /**
     * From now on the calling thread, which runs the request, is interrupted when the time is up: wherever it is, in work
     * that it does itself or in code of users that reads a value.
     */
    void begin() {
        synchronized (this) {
            runner = Thread.currentThread();
        }
        isWatched = Deadlines.watch(this);
    }

    /** An interrupt of ours does not outlive the request; one of others does. */
    void end() {
        if (isWatched) Deadlines.unwatch(this);
        synchronized (this) {
            runner = null;
            if (isInterruptedAtDeadline) Thread.interrupted();
        }
        if (isInterruptedByOthers) Thread.currentThread().interrupt();
    }

    /**
     * Cancels what runs and interrupts the request's own thread if the time is up: in this order, as a cancellation may
     * have to go by the connection that an interrupt would break. Called by another thread, which does not wait.
     */
    synchronized void interruptIfDue() {
        if (runner == null || isDue || context.remainingNanos() > 0) return;
        isDue = true;
        if (!context.cancellation().hasActions()) {
            context.cancellation().begin();
            interrupt();
            return;
        }
        Thread cancelling = Thread.ofVirtual()
                .name("perigee-cancel")
                .start(context.cancellation()::begin); // which may take its time
        Thread.ofVirtual().name("perigee-interrupt").start(() -> interruptAfter(cancelling));
    }

    private void interruptAfter(Thread cancelling) {
        try {
            cancelling.join(Duration.ofMillis(Cancellation.GRACE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does, and then it is time all the same
        }
        interrupt();
    }

    private synchronized void interrupt() {
        if (runner == null) return;
        isInterruptedAtDeadline = true;
        runner.interrupt();
    }

    /** To be started as soon as the work at hand is done; fails at once if the request has ended. */
    void submit(Work work) {
        if (ended != null) {
            work.fail(ended);
        } else if (next == null) {
            next = work;
        } else {
            more().afterNext.add(work);
        }
    }

    /** Does all work, and what comes of it; returns when there is none left. */
    void runToEnd() {
        startReady();
        while (more != null && !more.inFlight.isEmpty()) {
            deliverNext(more.outcomes);
            startReady();
        }
    }

    private void startReady() {
        Work work;
        endIfDue();
        while ((work = takeNext()) != null) {
            if (work.calls() > 0) calls.count(work.source(), work.calls());
            switch (work) {
                case Work.Async async -> start(async);
                case Work.Blocking blocking -> {
                    boolean isAlone = next == null && (more == null || more.inFlight.isEmpty());
                    if (isAlone && isWatched) doHere(blocking);
                    else start(blocking);
                }
            }
        }
    }

    private @Nullable Work takeNext() {
        Work taken = next;
        next = more == null ? null : more.afterNext.poll();
        return taken;
    }

    private void doHere(Work.Blocking work) {
        Object result = null;
        Throwable thrown = null;
        try {
            result = work.perform();
        } catch (Throwable e) {
            thrown = e;
        }
        if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) endInterrupted();
        else endIfDue();
        if (ended != null) {
            work.fail(ended);
        } else if (thrown != null) {
            work.fail(unwrapped(thrown));
        } else {
            work.succeed(result);
        }
    }

    private void start(Work.Blocking work) {
        InFlight begun = new InFlight(work);
        BlockingQueue<Runnable> outcomes = await(begun);
        begun.thread = Thread.ofVirtual().name("perigee-", 0).start(() -> {
            try {
                Object result = work.perform();
                outcomes.add(() -> deliver(begun, result, null));
            } catch (Throwable e) {
                outcomes.add(() -> deliver(begun, null, e));
            }
        });
    }

    private void start(Work.Async work) {
        InFlight begun = new InFlight(work);
        BlockingQueue<Runnable> outcomes = await(begun);
        try {
            var stage = work.start();
            begun.stage = stage;
            stage.whenComplete((result, e) -> outcomes.add(() -> deliver(begun, result, e)));
        } catch (Throwable e) {
            outcomes.add(() -> deliver(begun, null, e));
        }
    }

    /** Where the outcome is to be put. */
    private BlockingQueue<Runnable> await(InFlight begun) {
        More all = more();
        all.inFlight.add(begun);
        return all.outcomes;
    }

    private More more() {
        if (more == null) more = new More();
        return more;
    }

    private void deliver(InFlight begun, @Nullable Object result, @Nullable Throwable e) {
        if (ended != null || more == null || !more.inFlight.remove(begun)) return; // the request ended before
        if (e == null) {
            begun.work.succeed(result);
        } else {
            begun.work.fail(unwrapped(e));
        }
    }

    private void deliverNext(BlockingQueue<Runnable> outcomes) {
        try {
            Runnable outcome = outcomes.poll(Math.max(0, context.remainingNanos()), TimeUnit.NANOSECONDS);
            endIfDue();
            if (outcome != null && ended == null) outcome.run();
        } catch (InterruptedException e) {
            endInterrupted();
        }
    }

    /**
     * To be asked now and then while the response is written, which has some time of its own: what was obtained until the
     * deadline is worth something.
     *
     * @throws DeadlineException if that time is up, too, or {@link CancelledException} if nobody waits any more
     */
    void failIfDue() {
        if (context.isGivenUp()) throw new CancelledException();
        if (context.remainingNanos() <= -WRITING_GRACE_NANOS) throw new DeadlineException();
    }

    /** An interrupt is ours at the deadline and on cancellation; else it means that the caller gives up. */
    private void endInterrupted() {
        Thread.interrupted(); // clears the flag, where it has not become an exception
        endIfDue();
        if (ended != null) return;
        isInterruptedByOthers = true;
        endNow(new CancelledException());
    }

    /** Why the request has ended before its work was done, null if it has not. */
    @Nullable RuntimeException ended() {
        return ended;
    }

    private void endIfDue() {
        if (context.isGivenUp()) endNow(new CancelledException());
        else if (context.remainingNanos() <= 0) endNow(new DeadlineException());
    }

    /** Cancels what runs; it and all that is still to come fail. */
    private void endNow(RuntimeException why) {
        if (ended != null) return;
        ended = why;
        context.cancellation().begin();
        List<Work> unfinished = new ArrayList<>();
        if (more != null) {
            for (InFlight begun : more.inFlight) {
                begun.cancel();
                unfinished.add(begun.work);
            }
            more.inFlight.clear();
        }
        Work ready;
        while ((ready = takeNext()) != null) unfinished.add(ready);
        for (Work work : unfinished) work.fail(why);
    }

    private static Throwable unwrapped(Throwable e) {
        boolean isWrapper = e instanceof CompletionException || e instanceof ExecutionException;
        return isWrapper && e.getCause() != null ? e.getCause() : e;
    }
}
