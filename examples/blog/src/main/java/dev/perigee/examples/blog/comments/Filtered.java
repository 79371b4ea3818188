package dev.perigee.examples.blog.comments;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A subscriber who hears only of what passes a test. For each item that doesn't, another one is asked for. */
final class Filtered<T> implements Subscriber<T> {
    private final Subscriber<? super T> subscriber;
    private final Predicate<T> passes;
    private @Nullable Subscription subscription;

    Filtered(Subscriber<? super T> subscriber, Predicate<T> passes) {
        this.subscriber = subscriber;
        this.passes = passes;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(T item) {
        if (passes.test(item)) subscriber.onNext(item);
        else requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        subscriber.onComplete();
    }
}
