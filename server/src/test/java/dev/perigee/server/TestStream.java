package dev.perigee.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A source stream of one subscriber that counts what it is asked for. Its events are made on demand, or sent by the test. */
final class TestStream implements Flow.Publisher<Object> {
    final AtomicInteger asked = new AtomicInteger();
    final CountDownLatch opened = new CountDownLatch(1);
    final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Flow.@Nullable Subscriber<? super Object> subscriber;

    /** @param event from 1; null is the end */
    Flow.Publisher<Object> of(IntFunction<@Nullable Object> event) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                opened.countDown();
                Object next = event.apply(asked.addAndGet((int) n));
                if (next == null) subscriber.onComplete();
                else subscriber.onNext(next);
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        });
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        this.subscriber = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                asked.addAndGet((int) n);
                opened.countDown();
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        });
    }

    /** The test waits until it is asked for what it sends. */
    void send(Object event) {
        subscriber.onNext(event);
    }

    void fail(Throwable cause) {
        subscriber.onError(cause);
    }

    void complete() {
        subscriber.onComplete();
    }
}
