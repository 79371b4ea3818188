package dev.perigee.client.stream;

import java.util.concurrent.Flow;

/** A subscriber that asks for nothing. */
final class Idle<T> implements Flow.Subscriber<T> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(T item) {
        throw new AssertionError("not asked for: " + item);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
