package dev.perigee.client.stream;

import dev.perigee.client.SubscriptionSettings.Reconnects;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Outgoing;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Begins lost subscriptions anew. What happens in between, their subscribers miss. */
final class Reconnecting implements Subscriptions {
    /** The longest delay; a connection that has held that long counts as a success. */
    private static final long MAX_DELAY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Subscriptions subscriptions;
    private final Reconnects settings;
    private final Set<Persistent> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Reconnecting(Subscriptions subscriptions, Reconnects settings) {
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    @Override
    public Flow.Publisher<byte[]> subscribe(Outgoing request) {
        Flow.Publisher<byte[]> payloads = subscriptions.subscribe(request);
        return subscriber -> new Persistent(payloads, subscriber).begin();
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.close();
        waiting.forEach(Persistent::resume); // which tells them
    }

    /** Between a subscriber, who sees one subscription, and as many as it takes. */
    private final class Persistent implements Flow.Subscriber<byte[]>, Flow.Subscription {
        private final Flow.Publisher<byte[]> payloads;
        private final Flow.Subscriber<? super byte[]> subscriber;

        private Flow.@Nullable Subscription current;
        private long demand;
        private long since;
        private int attempts;
        private boolean begun;
        private boolean over;

        Persistent(Flow.Publisher<byte[]> payloads, Flow.Subscriber<? super byte[]> subscriber) {
            this.payloads = payloads;
            this.subscriber = subscriber;
        }

        void begin() {
            since = System.nanoTime();
            payloads.subscribe(this);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            long wanted;
            boolean first;
            synchronized (this) {
                first = !begun;
                begun = true;
                wanted = demand;
                current = subscription;
            }
            if (first) subscriber.onSubscribe(this);
            else if (isOver()) subscription.cancel();
            else if (wanted > 0) subscription.request(wanted);
        }

        @Override
        public void request(long count) {
            Flow.Subscription asked;
            synchronized (this) {
                if (count > 0) demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
                asked = current;
            }
            if (asked != null) asked.request(count); // which knows what to say of less than one
            else if (count <= 0) end(new IllegalArgumentException("request: " + count + " (at least 1)"));
        }

        @Override
        public void cancel() {
            Flow.Subscription cancelled;
            synchronized (this) {
                over = true;
                cancelled = current;
            }
            if (cancelled != null) cancelled.cancel();
        }

        @Override
        public void onNext(byte[] payload) {
            synchronized (this) {
                if (over) return;
                if (demand < Long.MAX_VALUE) demand--;
            }
            subscriber.onNext(payload);
        }

        @Override
        public void onError(Throwable failure) {
            if (!mayPass(failure)) {
                end(failure);
                return;
            }
            synchronized (this) {
                current = null;
            }
            waiting.add(this);
            CompletableFuture.delayedExecutor(delayNanos(attempts++), TimeUnit.NANOSECONDS)
                    .execute(this::resume);
            if (closed) resume();
        }

        /** Whether the time is over or the client is closed, once. */
        private void resume() {
            if (waiting.remove(this) && !isOver()) begin();
        }

        private boolean mayPass(Throwable failure) {
            if (System.nanoTime() - since > MAX_DELAY_NANOS) attempts = 0;
            return !closed
                    && attempts < settings.max()
                    && failure instanceof TransportException e
                    && Prospects.areGood(e);
        }

        @Override
        public void onComplete() {
            if (!isOver()) subscriber.onComplete();
        }

        private void end(Throwable failure) {
            synchronized (this) {
                if (over) return;
                over = true;
            }
            subscriber.onError(failure);
        }

        private synchronized boolean isOver() {
            return over;
        }
    }

    /** Half of it by chance: clients that have lost one server at once do not all come back at once. */
    private long delayNanos(int attempt) {
        long delay = settings.firstDelay().toNanos() << Math.min(attempt, 16);
        long bounded = delay <= 0 ? MAX_DELAY_NANOS : Math.min(delay, MAX_DELAY_NANOS);
        return bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1);
    }
}
