package dev.perigee.grpc.gateway;

import dev.perigee.execution.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** The responses of a subscription, until it ends. */
final class Collected implements Flow.Subscriber<Response> {
    /** So far. */
    final List<String> events = new CopyOnWriteArrayList<>();

    private final CompletableFuture<List<String>> all = new CompletableFuture<>();
    private Flow.Subscription subscription;

    static List<String> of(Flow.Publisher<Response> publisher) throws Exception {
        Collected collected = new Collected();
        publisher.subscribe(collected);
        return collected.all();
    }

    /** Once it has ended. */
    List<String> all() throws Exception {
        return all.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(Response response) {
        events.add(response.toString());
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(events);
    }
}
