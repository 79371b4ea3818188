package dev.perigee.execution;

import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stream of one response, made by the thread that asks for it. */
final class SingleResponse implements Flow.Subscription {
    private final Flow.Subscriber<? super Response> subscriber;
    private final RequestContext context;
    private final Supplier<Response> response;
    private boolean hasBegun;
    private boolean isCancelled;
    private @Nullable Thread runner;

    SingleResponse(Flow.Subscriber<? super Response> subscriber, RequestContext context, Supplier<Response> response) {
        this.subscriber = subscriber;
        this.context = context;
        this.response = response;
    }

    void start() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        if (!begin()) return;
        if (n <= 0) {
            subscriber.onError(new IllegalArgumentException("Asked for " + n + " responses (at least 1)"));
            return;
        }
        Response made = response.get();
        if (!end()) return;
        subscriber.onNext(made);
        subscriber.onComplete();
    }

    private synchronized boolean begin() {
        if (isCancelled || hasBegun) return false;
        hasBegun = true;
        runner = Thread.currentThread();
        return true;
    }

    /** False if nobody wants the response any more; an interrupt for this reason does not outlive it. */
    private synchronized boolean end() {
        runner = null;
        if (isCancelled) Thread.interrupted();
        return !isCancelled;
    }

    @Override
    public synchronized void cancel() {
        isCancelled = true;
        if (runner != null) context.cancellation().giveUp(runner);
    }
}
