package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.STREAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Streams of a real server: what is asked for, how they end, and who is told. */
class StreamTest {
    private static final byte[] REQUEST = "go".getBytes(UTF_8);

    /** What a subscriber was told, in its order. */
    private static final class Recorder implements Flow.Subscriber<byte[]> {
        final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
        volatile Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void onNext(byte[] item) {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            told.add(new String(item, UTF_8));
        }

        @Override
        public void onError(Throwable failure) {
            told.add(failure);
        }

        @Override
        public void onComplete() {
            told.add("end");
        }

        Object next() throws InterruptedException {
            return told.poll(20, TimeUnit.SECONDS);
        }
    }

    private static ByteServer.Handler numbers(int count, Status end) {
        return (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            for (int i = 0; i < count; i++) call.sendMessage(Integer.toString(i).getBytes(UTF_8));
            call.close(end, new Metadata());
        };
    }

    @Test
    void givesWhatIsAskedForThenEnds() throws Exception {
        try (ByteServer server = new ByteServer(numbers(3, Status.OK));
                Upstream upstream = server.upstream().build()) {
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST)).subscribe(subscriber);
            subscriber.subscription.request(2);
            assertThat(subscriber.next()).isEqualTo("0");
            assertThat(subscriber.next()).isEqualTo("1");
            subscriber.subscription.request(Long.MAX_VALUE);
            assertThat(subscriber.next()).isEqualTo("2");
            assertThat(subscriber.next()).isEqualTo("end");
            assertThat(subscriber.told).isEmpty();
        }
    }

    @Test
    void tellsAnErrorAfterTheMessages() throws Exception {
        try (ByteServer server = new ByteServer(numbers(1, Status.ABORTED.withDescription("moved away")));
                Upstream upstream = server.upstream().build()) {
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST)).subscribe(subscriber);
            subscriber.subscription.request(10);
            assertThat(subscriber.next()).isEqualTo("0");
            assertThat(subscriber.next()).isInstanceOfSatisfying(ClientException.class, error -> {
                assertThat(error.code()).isEqualTo("ABORTED");
                assertThat(error).hasMessage("moved away");
            });
        }
    }

    /** The server would send a gigabyte; it is only let to fill the windows of HTTP/2. */
    @Test
    void letsTheServerWaitForASlowSubscriber() throws Exception {
        byte[] large = new byte[64 << 10];
        int most = 16_000;
        AtomicInteger produced = new AtomicInteger();
        LinkedBlockingQueue<String> paused = new LinkedBlockingQueue<>();
        ByteServer.Handler produce = (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            Thread.startVirtualThread(() -> {
                while (!call.isCancelled() && produced.get() < most) {
                    if (call.isReady()) {
                        call.sendMessage(large);
                        produced.incrementAndGet();
                    } else {
                        paused.offer("paused");
                        Thread.yield();
                    }
                }
            });
        };
        try (ByteServer server = new ByteServer(produce);
                Upstream upstream = server.upstream().build()) {
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST)).subscribe(subscriber);
            for (int i = 0; i < 5; i++) {
                subscriber.subscription.request(1);
                assertThat(subscriber.next()).isInstanceOf(String.class);
            }
            assertThat(paused.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(subscriber.told).isEmpty();
            assertThat(produced.get()).isLessThan(1000);
            subscriber.subscription.cancel();
            assertThat(server.isCancelled()).isTrue();
            assertThat(subscriber.told).isEmpty(); // who cancels is told nothing
        }
    }

    @Test
    void endsWithTheRequest() throws Exception {
        try (ByteServer server = new ByteServer(numbersThenNothing());
                Upstream upstream = server.upstream().build()) {
            TestContext context = TestContext.of(Map.of());
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST, context)).subscribe(subscriber);
            subscriber.subscription.request(5);
            assertThat(subscriber.next()).isEqualTo("first");
            context.cancel();
            assertThat(subscriber.next()).isInstanceOf(CancellationException.class);
            assertThat(server.isCancelled()).isTrue();
            assertThat(context.onCancel).isEmpty();
        }
    }

    private static ByteServer.Handler numbersThenNothing() {
        return (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("first".getBytes(UTF_8));
        };
    }

    @Test
    void lastsLongerThanItsRequestUnlessToldOtherwise() throws Exception {
        try (ByteServer server = new ByteServer(numbersThenNothing());
                Upstream upstream =
                        server.upstream().deadline(Duration.ofMillis(1)).build();
                Upstream hasty =
                        server.upstream().streamDeadline(Duration.ofMillis(300)).build()) {
            Recorder subscriber = new Recorder();
            TestContext over = TestContext.within(Duration.ofMillis(1));
            upstream.stream(Call.of(STREAM, REQUEST, over)).subscribe(subscriber);
            subscriber.subscription.request(2);
            assertThat(subscriber.next()).isEqualTo("first");

            Recorder other = new Recorder();
            hasty.stream(Call.of(STREAM, REQUEST)).subscribe(other);
            other.subscription.request(2);
            assertThat(other.next()).isEqualTo("first");
            assertThat(other.next())
                    .isInstanceOfSatisfying(
                            ClientException.class,
                            error -> assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED"));
            assertThat(subscriber.told).isEmpty();
            subscriber.subscription.cancel();
        }
    }

    @Test
    void refusesToBeAskedForNothing() throws Exception {
        try (ByteServer server = new ByteServer(numbersThenNothing());
                Upstream upstream = server.upstream().build()) {
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST)).subscribe(subscriber);
            subscriber.subscription.request(0);
            assertThat(subscriber.next()).isInstanceOf(IllegalArgumentException.class);
            subscriber.subscription.request(1);
            subscriber.subscription.cancel();
            assertThat(subscriber.told).isEmpty();
        }
    }

    @Test
    void streamsInProcess() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ByteServer.Handler produce = (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            produceWhileReady(call, sent);
        };
        try (ByteServer bytes = new ByteServer(ByteServer::echo);
                Upstream upstream = Upstream.inProcess("here", java.util.List.of(() -> bytes.service(produce)))) {
            Recorder subscriber = new Recorder();
            upstream.stream(Call.of(STREAM, REQUEST)).subscribe(subscriber);
            subscriber.subscription.request(2);
            assertThat(subscriber.next()).isEqualTo("0");
            assertThat(subscriber.next()).isEqualTo("1");
            assertThat(subscriber.told).isEmpty();
            subscriber.subscription.cancel();
            assertThat(bytes.isCancelled()).isTrue();
            assertThat(sent.get()).isLessThan(10);
        }
    }

    private static void produceWhileReady(ServerCall<byte[], byte[]> call, AtomicInteger sent) {
        Thread.startVirtualThread(() -> {
            while (!call.isCancelled() && sent.get() < 1000) {
                if (call.isReady())
                    call.sendMessage(Integer.toString(sent.getAndIncrement()).getBytes(UTF_8));
                else Thread.yield();
            }
        });
    }
}
