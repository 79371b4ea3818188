package dev.perigee.server;

import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.execution.StreamSubscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Hands the responses of one operation to its client: the next is asked for when the client is ready for it, so that a slow
 * client slows the source. Waits on virtual threads, its own and those of the engine.
 */
final class Delivery implements Flow.Subscriber<Response> {
    private final Engine engine;
    private final Request request;
    private final ResponseSink sink;
    private final OperationLog log;
    private final Runnable whenOver;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Thread opener = Thread.ofVirtual().name("perigee-subscribe").unstarted(this::open);
    private Flow.@Nullable Subscription subscription;

    /** @param whenOver called once, whichever way it ends */
    Delivery(Engine engine, Request request, ResponseSink sink, OperationLog log, Runnable whenOver) {
        this.engine = engine;
        this.request = request;
        this.sink = sink;
        this.log = log;
        this.whenOver = whenOver;
    }

    void start() {
        opener.start();
    }

    private void open() {
        try {
            engine.subscribe(request).subscribe(this);
        } catch (RuntimeException | Error e) {
            onError(e);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            subscription = given;
        }
        if (isOver.get()) {
            given.cancel();
            return;
        }
        if (given instanceof StreamSubscription stream) {
            log.opened(stream.operationName());
            sink.opened();
        }
        given.request(1);
    }

    @Override
    public void onNext(Response response) {
        if (isOver.get()) return;
        log.add(response);
        if (response.isRequestError()) {
            if (end(Ending.ERROR)) sink.error(response);
            return;
        }
        if (await(sink.next(response))) known().request(1);
        else cancel(Ending.GONE);
    }

    /** An interrupt only counts if the operation is over: the deadline of a query may leave one that comes too late. */
    private boolean await(CompletableFuture<Void> taken) {
        while (true) {
            try {
                taken.get();
                return true;
            } catch (ExecutionException clientIsGone) {
                return false;
            } catch (InterruptedException e) {
                if (isOver.get()) return false;
            }
        }
    }

    @Override
    public void onError(Throwable e) {
        if (isOver.get()) return;
        Response error = engine.sourceFailed(request, e);
        log.add(error);
        if (end(Ending.ERROR)) sink.error(error);
    }

    @Override
    public void onComplete() {
        if (end(Ending.COMPLETE)) sink.complete();
    }

    /** Ends what runs, without a word to the client. The source is told on a thread of its own: it may take its time. */
    void cancel(Ending why) {
        if (!end(why)) return;
        Thread.ofVirtual().name("perigee-cancel").start(() -> {
            Flow.Subscription opened;
            synchronized (this) {
                opened = subscription;
            }
            if (opened == null) opener.interrupt();
            else opened.cancel();
        });
    }

    private boolean end(Ending how) {
        if (!isOver.compareAndSet(false, true)) return false;
        log.ended(how);
        whenOver.run();
        return true;
    }

    private synchronized Flow.Subscription known() {
        if (subscription == null) throw new IllegalStateException("Not subscribed");
        return subscription;
    }
}
