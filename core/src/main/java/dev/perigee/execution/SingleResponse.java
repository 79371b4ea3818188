package dev.perigee.execution;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A stream of one response, made when it is asked for. */
final class SingleResponse implements Flow.Subscription {
    private final Flow.Subscriber<? super Response> subscriber;
    private final Supplier<Response> response;
    private final AtomicBoolean isOver = new AtomicBoolean();

    SingleResponse(Flow.Subscriber<? super Response> subscriber, Supplier<Response> response) {
        this.subscriber = subscriber;
        this.response = response;
    }

    void start() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (!isOver.compareAndSet(false, true)) return;
        if (n <= 0) {
            subscriber.onError(new IllegalArgumentException("Asked for " + n + " responses (at least 1)"));
            return;
        }
        subscriber.onNext(response.get());
        subscriber.onComplete();
    }

    @Override
    public void cancel() {
        isOver.set(true);
    }
}
