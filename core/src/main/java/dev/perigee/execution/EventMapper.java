package dev.perigee.execution;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns each event into a response, on a virtual thread, one after the other: the next event is only asked for when the
 * response to the last one has been handed on and the subscriber wants another.
 */
final class EventMapper implements Flow.Subscriber<Object>, Flow.Subscription {
    private final Flow.Subscriber<? super Response> subscriber;
    private final Function<Object, Response> respond;
    private final AtomicLong demand = new AtomicLong();
    private Flow.@Nullable Subscription source;
    private volatile boolean isCancelled;
    private boolean isBusy;
    private @Nullable Runnable atEnd;

    EventMapper(Flow.Subscriber<? super Response> subscriber, Function<Object, Response> respond) {
        this.subscriber = subscriber;
        this.respond = respond;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            cancel();
            subscriber.onError(new IllegalArgumentException("Asked for " + n + " responses (at least 1)"));
        } else if (demand.getAndUpdate(d -> d + n < 0 ? Long.MAX_VALUE : d + n) == 0) {
            requestNext();
        }
    }

    private void requestNext() {
        if (source != null && !isCancelled) source.request(1);
    }

    @Override
    public void cancel() {
        isCancelled = true;
        if (source != null) source.cancel();
    }

    @Override
    public void onNext(Object event) {
        synchronized (this) {
            isBusy = true;
        }
        Thread.ofVirtual().name("perigee-event").start(() -> {
            Response response = respond.apply(event);
            if (!isCancelled) subscriber.onNext(response);
            endOrGoOn();
        });
    }

    private void endOrGoOn() {
        Runnable end;
        synchronized (this) {
            isBusy = false;
            end = atEnd;
        }
        if (end != null) {
            end.run();
        } else if (demand.updateAndGet(d -> d == Long.MAX_VALUE ? d : d - 1) > 0) {
            requestNext();
        }
    }

    @Override
    public void onError(Throwable e) {
        whenIdle(() -> subscriber.onError(e));
    }

    @Override
    public void onComplete() {
        whenIdle(subscriber::onComplete);
    }

    /** The stream may end while its last event is still being responded to. */
    private void whenIdle(Runnable end) {
        synchronized (this) {
            if (isBusy) {
                atEnd = end;
                return;
            }
        }
        end.run();
    }
}
