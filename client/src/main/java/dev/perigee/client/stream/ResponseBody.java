package dev.perigee.client.stream;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of a response in pieces. While the subscriber of its events has no room, nothing more of it is asked for. */
final class ResponseBody implements BodySubscriber<@Nullable Void> {
    /** What is made of the pieces. */
    interface Reader {
        /** @throws IOException if it can't be what it should; the message says why */
        void read(ByteBuffer piece) throws IOException;

        /** The body is complete. */
        void end();

        /** The body does not come to its end. */
        void failed(Throwable failure);
    }

    private final Reader reader;
    private final Events events;

    private Flow.@Nullable Subscription pieces;
    private boolean reading;
    private boolean over;

    ResponseBody(Reader reader, Events events) {
        this.reader = reader;
        this.events = events;
    }

    /** There at once: whoever waits for the response waits for its head only. */
    @Override
    public CompletionStage<@Nullable Void> getBody() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription pieces) {
        synchronized (this) {
            this.pieces = pieces;
        }
        if (isOver()) pieces.cancel();
        else readOn();
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        try {
            for (ByteBuffer bytes : piece) {
                if (!isOver()) reader.read(bytes);
            }
        } catch (IOException e) {
            cancel();
            reader.failed(e);
        }
        synchronized (this) {
            reading = false;
        }
        readOn();
    }

    void readOn() {
        Flow.Subscription from;
        synchronized (this) {
            if (over || reading || pieces == null || !events.hasRoom()) return;
            reading = true;
            from = pieces;
        }
        from.request(1);
    }

    /** Nothing more is wanted. */
    void cancel() {
        Flow.Subscription from;
        synchronized (this) {
            over = true;
            from = pieces;
        }
        if (from != null) from.cancel();
    }

    private synchronized boolean isOver() {
        return over;
    }

    @Override
    public void onError(Throwable failure) {
        if (!isOver()) reader.failed(failure);
    }

    @Override
    public void onComplete() {
        if (!isOver()) reader.end();
    }
}
