package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Unary calls of a real server: replies, limits, deadlines, cancellation, and how many run at a time. */
class UpstreamTest {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final Method STREAM_AS_UNARY = Method.named(ByteServer.STREAM.name(), MethodType.UNARY, true);

    @Test
    void givesTheReplysBytesWithHeadersAndTrailers() throws Exception {
        ByteServer.Handler handler = (request, headers, call) -> {
            call.sendHeaders(ByteServer.metadata(Map.of("x-first", "1")));
            call.sendMessage(request);
            call.close(Status.OK, ByteServer.metadata(Map.of("x-last", "2")));
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().userAgent("tests/1").build()) {
            Metadata own = ByteServer.metadata(Map.of("x-own", "mine"));
            Reply reply = upstream.call(Call.of(METHOD, HELLO).withHeaders(own));

            assertThat(reply.message()).isEqualTo(HELLO);
            assertThat(reply.headers().get(HeaderName.text("x-first"))).isEqualTo("1");
            assertThat(reply.trailers().get(HeaderName.text("x-last"))).isEqualTo("2");
            Metadata seen = server.nextCall();
            assertThat(seen.get(HeaderName.text("x-own"))).isEqualTo("mine");
            assertThat(seen.get(HeaderName.text("user-agent"))).startsWith("tests/1");
            assertThat(own.keys()).containsExactly("x-own"); // the caller's own stays as it was
        }
    }

    @Test
    void takesMessagesOfEverySize() throws Exception {
        Random random = new Random(7);
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().build()) {
            for (int size : new int[] {0, 1, 4095, 4096, 70_000, 3 << 20}) {
                byte[] message = new byte[size];
                random.nextBytes(message);
                assertThat(upstream.call(Call.of(METHOD, message)).message()).isEqualTo(message);
            }
        }
    }

    @Test
    void readsCompressedReplies() throws Exception {
        byte[] large = new byte[100_000];
        ByteServer.Handler handler = (request, headers, call) -> {
            call.setCompression("gzip");
            call.sendHeaders(new Metadata());
            call.setMessageCompression(true);
            call.sendMessage(large);
            call.close(Status.OK, new Metadata());
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().build()) {
            assertThat(upstream.call(Call.of(METHOD, HELLO)).message()).isEqualTo(large);
        }
    }

    @Test
    void completesLaterWithoutAThread() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().build()) {
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                replies.add(
                        upstream.callAsync(Call.of(METHOD, Integer.toString(i).getBytes(UTF_8)))
                                .toCompletableFuture());
            }
            for (int i = 0; i < 500; i++) {
                assertThat(new String(replies.get(i).get(20, TimeUnit.SECONDS).message(), UTF_8))
                        .isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void refusesOkWithoutAMessage() throws Exception {
        assertDefect((request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.close(Status.OK, new Metadata());
        });
    }

    @Test
    void refusesASecondMessage() throws Exception {
        assertDefect((request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(request);
            call.sendMessage(request);
            call.close(Status.OK, new Metadata());
        });
    }

    /** Of a stream without an end, no more than two messages are read. */
    @Test
    void refusesAStreamOfMessages() throws Exception {
        assertDefect((request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(request);
            call.sendMessage(request);
        });
    }

    @Test
    void takesNoMethodThatAnswersWithAStream() {
        try (Upstream upstream = Upstream.to("a", List.of("localhost:1")).build()) {
            assertThatThrownBy(() -> upstream.call(Call.of(ByteServer.STREAM, HELLO)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("test.Bytes/Stream answers with a stream");
        }
    }

    /** What is asked for headers is not there: a defect of whoever made the context, but nobody waits for ever. */
    @Test
    void endsWhateverGoesWrongOnTheWay() throws Exception {
        HeaderRules rules = HeaderRules.builder().giveBack("x-a").build();
        dev.perigee.data.Context broken = (dev.perigee.data.Context) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {dev.perigee.data.Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "headers" -> dev.perigee.data.Headers.NONE;
                    case "remaining" -> Duration.ofSeconds(20);
                    case "onCancel" -> (dev.perigee.data.Context.Registration) () -> {};
                    default -> throw new IllegalStateException("not here");
                });
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().headers(rules).build()) {
            assertThatThrownBy(() -> upstream.call(Call.of(METHOD, HELLO, broken)))
                    .hasMessage("not here");
        }
    }

    private static void assertDefect(ByteServer.Handler handler) throws Exception {
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().build()) {
            // Declared to stream, as servers of grpc-java don't let a unary method do such things.
            ClientException error = failure(upstream, Call.of(STREAM_AS_UNARY, HELLO));
            assertThat(error.code()).isEqualTo("INTERNAL");
            assertThat(error).hasMessage("The service failed.");
            assertThat(error.extensions()).containsOnlyKeys("id");
        }
    }

    @Test
    void namesTheSettingThatALargeReplyIsOver() throws Exception {
        ByteServer.Handler large = (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(new byte[2000]);
            call.close(Status.OK, new Metadata());
        };
        try (ByteServer server = new ByteServer(large);
                Upstream upstream = server.upstream().maxMessageBytes(1000).build()) {
            ClientException error = failure(upstream, Call.of(METHOD, HELLO));
            assertThat(error.code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(error)
                    .hasMessage("A message of the service is larger than maxMessageBytes allows (1000 bytes).");
        }
    }

    /** A small message may be a large one, compressed. */
    @Test
    void measuresMessagesUncompressed() throws Exception {
        ByteServer.Handler bomb = (request, headers, call) -> {
            call.setCompression("gzip");
            call.sendHeaders(new Metadata());
            call.setMessageCompression(true);
            call.sendMessage(new byte[1 << 20]);
            call.close(Status.OK, new Metadata());
        };
        try (ByteServer server = new ByteServer(bomb);
                Upstream upstream = server.upstream().maxMessageBytes(10_000).build()) {
            assertThat(failure(upstream, Call.of(METHOD, HELLO)).code()).isEqualTo("RESPONSE_TOO_LARGE");
        }
    }

    @Test
    void namesTheSettingThatLargeMetadataIsOver() throws Exception {
        for (int size : new int[] {2100, 3000, 100_000}) {
            Metadata large =
                    ByteServer.metadata(Map.of("x-large", "&".repeat(size))); // which HTTP/2 has no short form of
            ByteServer.Handler inHeaders = (request, headers, call) -> {
                call.sendHeaders(large);
                call.sendMessage(request);
                call.close(Status.OK, new Metadata());
            };
            assertMetadataTooLarge(inHeaders);
            assertMetadataTooLarge(ByteServer.failing(Status.NOT_FOUND, large));
        }
    }

    private static void assertMetadataTooLarge(ByteServer.Handler handler) throws Exception {
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().maxMetadataBytes(2000).build()) {
            ClientException error = failure(upstream, Call.of(METHOD, HELLO));
            assertThat(error.code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(error)
                    .hasMessage("Headers of the service are larger than maxMetadataBytes allows (2000 bytes).");
        }
    }

    @Test
    void doesNotTakeAServersLimitForItsOwn() throws Exception {
        try (ByteServer server = new ByteServer(0, ByteServer::echo, builder -> builder.maxInboundMessageSize(1000));
                Upstream upstream = server.upstream().maxMessageBytes(1000).build()) {
            assertThat(failure(upstream, Call.of(METHOD, new byte[5000])).code())
                    .isNotEqualTo("RESPONSE_TOO_LARGE");
        }
    }

    @Test
    void endsAtTheEarliestDeadline() throws Exception {
        ByteServer.Handler never = (request, headers, call) -> {};
        Duration shortest = Duration.ofMillis(50);
        Duration longest = Duration.ofSeconds(60);
        try (ByteServer server = new ByteServer(never);
                Upstream upstream = server.upstream().deadline(longest).build();
                Upstream impatient = server.upstream().deadline(shortest).build();
                Upstream ofMethod = server.upstream()
                        .deadline(longest)
                        .deadline(METHOD.name(), shortest)
                        .build()) {
            assertLate(upstream, Call.of(METHOD, HELLO, TestContext.within(shortest)));
            assertLate(upstream, Call.of(METHOD, HELLO).withDeadline(shortest));
            assertLate(impatient, Call.of(METHOD, HELLO, TestContext.within(longest)));
            assertLate(ofMethod, Call.of(METHOD, HELLO));
            assertThat(server.calls).hasSize(4);
            // Also the server knows, and stops.
            for (int i = 0; i < 4; i++) assertThat(server.isCancelled()).isTrue();
        }
    }

    @Test
    void makesNoCallOnceTimeIsUp() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().build()) {
            assertLate(upstream, Call.of(METHOD, HELLO, TestContext.within(Duration.ZERO)));
            assertThat(server.calls).isEmpty();
        }
    }

    private static void assertLate(Upstream upstream, Call call) {
        ClientException error = failure(upstream, call);
        assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED");
        assertThat(error).hasMessage("The service did not answer in time.");
    }

    @Test
    void tellsTheServerHowMuchTimeIsLeft() throws Exception {
        ByteServer.Handler tell = (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            long left = io.grpc.Context.current().getDeadline().timeRemaining(TimeUnit.MILLISECONDS);
            call.sendMessage(Long.toString(left).getBytes(UTF_8));
            call.close(Status.OK, new Metadata());
        };
        try (ByteServer server = new ByteServer(tell);
                Upstream upstream = server.upstream().build()) {
            Reply reply = upstream.call(Call.of(METHOD, HELLO, TestContext.within(Duration.ofSeconds(25))));
            assertThat(Long.parseLong(new String(reply.message(), UTF_8))).isBetween(1L, 25_000L);
        }
    }

    @Test
    void cancelsWithTheRequest() throws Exception {
        try (ByteServer server = new ByteServer((request, headers, call) -> {});
                Upstream upstream = server.upstream().build()) {
            TestContext context = TestContext.of(Map.of());
            var reply = upstream.callAsync(Call.of(METHOD, HELLO, context)).toCompletableFuture();
            server.nextCall();
            context.cancel();

            assertThatThrownBy(() -> reply.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
            assertThat(server.isCancelled()).isTrue();
            assertThat(context.onCancel).isEmpty();
        }
    }

    @Test
    void makesNoCallForARequestThatWasCancelled() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().maxConcurrentCalls(1).build()) {
            TestContext context = TestContext.of(Map.of());
            context.cancel();
            assertThatThrownBy(() -> upstream.call(Call.of(METHOD, HELLO, context)))
                    .isInstanceOf(CancellationException.class);
            assertThat(upstream.call(Call.of(METHOD, HELLO)).message()).isEqualTo(HELLO);
            assertThat(server.calls).hasSize(1);
        }
    }

    @Test
    void cancelsWithTheFutureAndWithTheThread() throws Exception {
        try (ByteServer server = new ByteServer((request, headers, call) -> {});
                Upstream upstream = server.upstream().build()) {
            var reply = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            reply.cancel(true);
            assertThat(server.isCancelled()).isTrue();

            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread caller = Thread.startVirtualThread(() -> {
                try {
                    upstream.call(Call.of(METHOD, HELLO));
                } catch (InterruptedException | RuntimeException e) {
                    thrown.complete(e);
                }
            });
            server.nextCall();
            caller.interrupt();
            assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(server.isCancelled()).isTrue();
        }
    }

    @Test
    void forgetsTheRequestOnceACallHasEnded() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().build()) {
            TestContext context = TestContext.of(Map.of());
            upstream.call(Call.of(METHOD, HELLO, context));
            assertThat(context.onCancel).isEmpty();
        }
    }

    @Test
    void runsOnlySoManyAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ByteServer.Handler handler = (request, headers, call) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            ByteServer.echo(request, headers, call);
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().maxConcurrentCalls(3).build()) {
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                replies.add(upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture());
            }
            for (CompletableFuture<Reply> reply : replies) reply.get(30, TimeUnit.SECONDS);
            assertThat(most.get()).isBetween(1, 3);
            assertThat(server.calls).hasSize(2000);
        }
    }

    @Test
    void waitsForOthersNoLongerThanItsDeadline() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        ByteServer.Handler handler = (request, headers, call) -> {
            mayEnd.await();
            ByteServer.echo(request, headers, call);
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream()
                        .maxConcurrentCalls(1)
                        .maxWaitingCalls(2)
                        .build()) {
            var first = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            assertLate(upstream, Call.of(METHOD, HELLO).withDeadline(Duration.ofMillis(30)));
            var second = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            var third = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            ClientException tooMany = failure(upstream, Call.of(METHOD, HELLO));
            assertThat(tooMany.code()).isEqualTo("RESOURCE_EXHAUSTED");
            assertThat(tooMany).hasMessage("Too many calls wait for the service. Try again later.");
            third.cancel(true);
            var fourth = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            mayEnd.countDown();
            for (var reply : List.of(first, second, fourth)) {
                assertThat(reply.get(20, TimeUnit.SECONDS).message()).isEqualTo(HELLO);
            }
            assertThat(server.calls).hasSize(2); // the first was taken off; those that gave up were never made
        }
    }

    @Test
    void makesNoCallThroughAnUpstreamThatIsClosed() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo)) {
            Upstream upstream = server.upstream().build();
            upstream.close();
            assertThat(failure(upstream, Call.of(METHOD, HELLO)).code()).isEqualTo("UNAVAILABLE");
        }
    }

    @Test
    void saysWhatIsSetWrongly() {
        UpstreamBuilder builder = Upstream.to("a", List.of("localhost:1"));
        assertThatThrownBy(() -> builder.maxMessageBytes(0)).hasMessage("maxMessageBytes: 0 (at least 1)");
        assertThatThrownBy(() -> builder.deadline(Duration.ZERO)).hasMessage("deadline: PT0S (more than 0)");
        assertThatThrownBy(() -> Upstream.to("a", List.of())).hasMessage("addresses: none (at least one)");
        assertThatThrownBy(() -> Method.named("GetUser", MethodType.UNARY, true))
                .hasMessage("method: GetUser (package.Service/Method)");
    }

    private static ClientException failure(Upstream upstream, Call call) {
        return catchThrowableOfType(ClientException.class, () -> upstream.call(call));
    }

    @Test
    void failsLaterAsItFailsAtOnce() throws Exception {
        try (ByteServer server = new ByteServer(
                        ByteServer.failing(Status.NOT_FOUND.withDescription("No such user"), new Metadata()));
                Upstream upstream = server.upstream().build()) {
            var reply = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            ExecutionException thrown =
                    catchThrowableOfType(ExecutionException.class, () -> reply.get(20, TimeUnit.SECONDS));
            assertThat(thrown.getCause()).isInstanceOfSatisfying(ClientException.class, error -> {
                assertThat(error.code()).isEqualTo("NOT_FOUND");
                assertThat(error).hasMessage("No such user");
            });
        }
    }
}
