package dev.perigee.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The results of a subscription for a thread that waits for them. It asks for one at a time. */
final class EventIterator<T> implements Flow.Subscriber<Result<T>>, Iterator<Result<T>> {
    /** What a subscriber is told, in order. */
    private sealed interface Signal<T> {}

    private record Next<T>(Result<T> result) implements Signal<T> {}

    private record End<T>(@Nullable Throwable failure) implements Signal<T> {}

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    private @Nullable Signal<T> peeked;

    /** Closing the stream cancels. */
    Stream<Result<T>> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::cancel);
    }

    private void cancel() {
        Flow.Subscription cancelled = subscription;
        if (cancelled != null) cancelled.cancel();
        signals.add(new End<>(null));
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
    }

    @Override
    public void onNext(Result<T> result) {
        signals.add(new Next<>(result));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new End<>(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new End<>(null));
    }

    @Override
    public boolean hasNext() {
        if (peeked == null) peeked = await();
        if (peeked instanceof End<T> end && end.failure() != null) throw rethrown(end.failure());
        return peeked instanceof Next<T>;
    }

    private Signal<T> await() {
        Flow.Subscription asked = subscription;
        if (signals.isEmpty() && asked != null) asked.request(1);
        try {
            return signals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return new End<>(new TransportException("Interrupted while waiting for an event", 0, true, e));
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) throw error;
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }

    @Override
    public Result<T> next() {
        if (!hasNext() || !(peeked instanceof Next<T> next)) throw new NoSuchElementException();
        peeked = null;
        return next.result();
    }
}
