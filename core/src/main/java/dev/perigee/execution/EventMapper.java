package dev.perigee.execution;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns each event into a response, on a virtual thread, one after the other: the next event is only asked for when the
 * response to the last one has been handed on and the subscriber wants another.
 */
final class EventMapper implements Flow.Subscriber<Object>, StreamSubscription {
    private static final Runnable NOTHING = () -> {};

    private final Flow.Subscriber<? super Response> subscriber;
    private final @Nullable String operationName;
    private final Supplier<RequestContext> contexts;
    private final BiFunction<Object, RequestContext, Response> respond;
    private final RequestContext context;
    private final AtomicLong demand = new AtomicLong();

    /** Held while the source is asked: the first event may be responded to before it has been asked for to the end. */
    private final ReentrantLock asking = new ReentrantLock();

    private Flow.@Nullable Subscription source;
    private volatile boolean isCancelled;
    private @Nullable Running running;
    private @Nullable Runnable end;

    /** @param context of the stream itself, which ends with it */
    EventMapper(
            Flow.Subscriber<? super Response> subscriber,
            @Nullable String operationName,
            Supplier<RequestContext> contexts,
            BiFunction<Object, RequestContext, Response> respond,
            RequestContext context) {
        this.subscriber = subscriber;
        this.operationName = operationName;
        this.contexts = contexts;
        this.respond = respond;
        this.context = context;
    }

    /** An event that is being responded to. */
    private record Running(RequestContext context, Thread thread) {}

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            stop();
            endWhenIdle(() ->
                    subscriber.onError(new IllegalArgumentException("Asked for " + n + " responses (at least 1)")));
        } else if (demand.getAndUpdate(d -> d + n < 0 ? Long.MAX_VALUE : d + n) == 0) {
            requestNext();
        }
    }

    /**
     * One thread after the other, as sources may expect.
     *
     * @see <a href="https://github.com/reactive-streams/reactive-streams-jvm#2.7">Reactive Streams, 2.7</a>
     */
    private void requestNext() {
        asking.lock();
        try {
            if (source != null && !isCancelled) source.request(1);
        } finally {
            asking.unlock();
        }
    }

    /** Ends the source stream, and what runs for its last event. */
    @Override
    public void cancel() {
        stop();
        endWhenIdle(NOTHING);
    }

    private void stop() {
        isCancelled = true;
        if (source != null) source.cancel();
        Running last;
        synchronized (this) {
            last = running;
        }
        if (last != null) last.context.cancellation().giveUp(last.thread);
        context.cancellation().begin();
    }

    @Override
    public @Nullable String operationName() {
        return operationName;
    }

    @Override
    public void onNext(Object event) {
        RequestContext ofEvent = contexts.get();
        Thread thread = Thread.ofVirtual().name("perigee-event").unstarted(() -> {
            Response response = respond.apply(event, ofEvent);
            if (!isCancelled) subscriber.onNext(response);
            endOrGoOn();
        });
        synchronized (this) {
            if (isCancelled) return;
            running = new Running(ofEvent, thread);
        }
        thread.start();
    }

    private void endOrGoOn() {
        Runnable known;
        synchronized (this) {
            running = null;
            known = end;
        }
        if (known != null) {
            end(known);
        } else if (demand.updateAndGet(d -> d == Long.MAX_VALUE ? d : d - 1) > 0) {
            requestNext();
        }
    }

    @Override
    public void onError(Throwable e) {
        endWhenIdle(() -> subscriber.onError(e));
    }

    @Override
    public void onComplete() {
        endWhenIdle(subscriber::onComplete);
    }

    /** The stream may end while its last event is still being responded to; it ends once. */
    private void endWhenIdle(Runnable how) {
        synchronized (this) {
            if (end != null) return;
            end = how;
            if (running != null) return;
        }
        end(how);
    }

    private void end(Runnable how) {
        try {
            how.run();
        } finally {
            context.close();
        }
    }
}
