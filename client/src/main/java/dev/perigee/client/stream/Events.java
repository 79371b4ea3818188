package dev.perigee.client.stream;

import dev.perigee.client.SubscriptionSettings.Limits;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber, and the events that wait until it asks for them. It is called on a virtual thread of its own, one signal
 * after the other: a subscriber that blocks holds up nobody else.
 *
 * <p>What is given here is never refused: its {@link Origin} is to stop while there is no {@link #hasRoom}.
 */
final class Events implements Flow.Subscription {
    private final Flow.Subscriber<? super byte[]> subscriber;
    private final Limits limits;
    private final AtomicInteger signals = new AtomicInteger();

    /** Also the lock of all that follows. */
    private final Queue<byte[]> waiting = new ArrayDeque<>();

    private @Nullable Origin origin;
    private long waitingBytes;
    private long demand;
    private boolean ended;
    private @Nullable Throwable failure;

    /** The subscriber has cancelled, or knows the end. */
    private boolean over;

    private Events(Flow.Subscriber<? super byte[]> subscriber, Limits limits) {
        this.subscriber = subscriber;
        this.limits = limits;
    }

    /** Gives the subscriber its subscription; there are no events before {@link #from}. */
    static Events of(Flow.Subscriber<? super byte[]> subscriber, Limits limits) {
        Events events = new Events(subscriber, limits);
        events.signals.set(1); // nothing before onSubscribe has returned
        subscriber.onSubscribe(events);
        Thread.startVirtualThread(events::signal);
        return events;
    }

    /** @return whether events are wanted: if not, the origin is not told of anything */
    boolean from(Origin origin) {
        synchronized (waiting) {
            if (over) return false;
            this.origin = origin;
            return true;
        }
    }

    boolean hasRoom() {
        synchronized (waiting) {
            return waiting.size() < limits.maxEvents() && waitingBytes < limits.maxEventBytes();
        }
    }

    void next(byte[] payload) {
        synchronized (waiting) {
            if (over || ended) return;
            waiting.add(payload);
            waitingBytes += payload.length;
        }
        schedule();
    }

    /** The end, once all that waits is taken. */
    void complete() {
        end(null, false);
    }

    /** A failed end, once all that waits is taken. */
    void fail(Throwable failure) {
        end(failure, false);
    }

    /** A failed end now: what waits is forgotten. */
    void cutOff(Throwable failure) {
        end(failure, true);
    }

    private void end(@Nullable Throwable failure, boolean now) {
        synchronized (waiting) {
            if (over || (ended && !now)) return;
            if (now) forget();
            this.ended = true;
            this.failure = failure;
        }
        schedule();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            IllegalArgumentException wrong = new IllegalArgumentException("request: " + count + " (at least 1)");
            cutOff(wrong);
            tellCancelled();
            return;
        }
        synchronized (waiting) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        }
        schedule();
    }

    @Override
    public void cancel() {
        synchronized (waiting) {
            if (over) return;
            over = true;
            forget();
        }
        tellCancelled();
    }

    private void tellCancelled() {
        Origin told;
        synchronized (waiting) {
            told = origin;
            origin = null;
        }
        if (told != null) told.cancelled();
    }

    private void forget() {
        waiting.clear();
        waitingBytes = 0;
    }

    private void schedule() {
        if (signals.getAndIncrement() == 0) Thread.startVirtualThread(this::signal);
    }

    private void signal() {
        int seen = 1;
        do {
            while (signalNext()) {}
            seen = signals.addAndGet(-seen);
        } while (seen > 0);
    }

    private boolean signalNext() {
        byte[] payload;
        synchronized (waiting) {
            if (over) return false;
            if (waiting.isEmpty() && ended) {
                over = true;
                payload = null;
            } else if (waiting.isEmpty() || demand == 0) {
                return false;
            } else {
                payload = waiting.remove();
                waitingBytes -= payload.length;
                if (demand < Long.MAX_VALUE) demand--;
            }
        }
        if (payload == null) signalEnd();
        else signalEvent(payload);
        return payload != null;
    }

    private void signalEvent(byte[] payload) {
        Origin told;
        synchronized (waiting) {
            told = origin;
        }
        if (told != null) told.taken();
        try {
            subscriber.onNext(payload);
        } catch (RuntimeException | Error e) { // against the rules of Flow, and still no reason to go on sending
            cutOff(e);
            tellCancelled();
        }
    }

    private void signalEnd() {
        Throwable how;
        synchronized (waiting) {
            how = failure;
        }
        if (how == null) subscriber.onComplete();
        else subscriber.onError(how);
    }
}
