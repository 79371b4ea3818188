package dev.perigee.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.Result;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks when the test says so, and keeps what it is told. */
final class Probe implements Flow.Subscriber<Result<Map<String, @Nullable Object>>> {
    final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<Object> end = new CompletableFuture<>();

    static Probe of(Flow.Publisher<Result<Map<String, @Nullable Object>>> publisher) {
        Probe probe = new Probe();
        publisher.subscribe(probe);
        return probe;
    }

    /** One that takes whatever comes. */
    static Probe eager(Flow.Publisher<Result<Map<String, @Nullable Object>>> publisher) {
        Probe probe = of(publisher);
        probe.request(Long.MAX_VALUE);
        return probe;
    }

    void request(long count) {
        subscription.join().request(count);
    }

    void cancel() {
        subscription.join().cancel();
    }

    /** The data of the next event. */
    Object next() throws InterruptedException {
        Object event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event; the end: " + end).isNotNull();
        return event;
    }

    /** How it ended: {@code "complete"}, or the failure. */
    Object end() {
        return end.orTimeout(20, TimeUnit.SECONDS).join();
    }

    boolean isOver() {
        return end.isDone();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(Result<Map<String, @Nullable Object>> result) {
        assertThat(end).as("no events after the end").isNotDone();
        events.add(result.data() == null ? result.errors() : result.data());
    }

    @Override
    public void onError(Throwable failure) {
        assertThat(end.complete(failure)).as("one end").isTrue();
    }

    @Override
    public void onComplete() {
        assertThat(end.complete("complete")).as("one end").isTrue();
    }
}
