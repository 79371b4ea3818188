package dev.perigee.client.http;

import dev.perigee.client.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply as a stream, of which no more is received than is read. Unlike the JDK's it does not wait forever
 * for a server that has fallen silent. Read by one thread; closing it ends the exchange.
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {
    /** One event of the body: buffers, its end, or why it breaks off. */
    private sealed interface Event {
        record Buffers(List<ByteBuffer> buffers) implements Event {}

        record End(@Nullable Throwable failure) implements Event {}
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(); // one was asked for at most, and the end
    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private final Address address;
    private final Duration patience;
    private boolean isEnded;

    /** @param patience how long to wait for the next bytes */
    StreamedBody(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (!subscribed.complete(subscription)) subscription.cancel(); // closed before it began
        else subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> received) {
        events.add(new Event.Buffers(received));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event.End(failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event.End(null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws TransportException if the server breaks off, or keeps silent for too long */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) return 0;
        while (buffers.isEmpty()) {
            if (isEnded) return -1;
            take(next());
        }
        ByteBuffer first = buffers.getFirst();
        int read = Math.min(length, first.remaining());
        first.get(bytes, offset, read);
        if (!first.hasRemaining()) buffers.removeFirst();
        return read;
    }

    private void take(Event event) {
        switch (event) {
            case Event.Buffers(List<ByteBuffer> received) -> {
                received.stream().filter(ByteBuffer::hasRemaining).forEach(buffers::add);
                subscribed.join().request(1);
            }
            case Event.End(Throwable failure) -> {
                isEnded = true;
                if (failure != null) throw Failures.of(failure, address, patience);
            }
        }
    }

    private Event next() throws IOException {
        try {
            Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (event != null) return event;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(address + ": interrupted while its answer was read");
        }
        close();
        throw Failures.silent(address, patience);
    }

    @Override
    public void close() {
        isEnded = true;
        buffers.clear();
        if (!subscribed.cancel(false) && !subscribed.isCompletedExceptionally())
            subscribed.join().cancel();
    }
}
