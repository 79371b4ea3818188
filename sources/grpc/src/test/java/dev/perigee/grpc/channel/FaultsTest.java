package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static dev.perigee.grpc.channel.ByteServer.STREAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that aren't there, go away, hang, or aren't gRPC servers at all. No client learns where they are. */
class FaultsTest {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @Test
    void needsNoServerToStartAndFindsItWhenItIsThere() throws Exception {
        int port = freePort();
        try (Upstream upstream =
                Upstream.to("bytes", List.of("127.0.0.1:" + port)).build()) {
            assertUnavailable(upstream);
            try (ByteServer server = new ByteServer(port, ByteServer::echo, builder -> builder)) {
                callUntilItAnswers(upstream);
                assertThat(server.calls).isNotEmpty();
            }
            callUntilUnavailable(upstream);
            try (ByteServer again = new ByteServer(port, ByteServer::echo, builder -> builder)) {
                callUntilItAnswers(upstream);
                assertThat(again.calls).isNotEmpty();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As clients do; the pauses between attempts to connect are the channel's own. */
    private static void callUntilItAnswers(Upstream upstream) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            try {
                assertThat(upstream.call(Call.of(METHOD, HELLO)).message()).isEqualTo(HELLO);
                return;
            } catch (ClientException e) {
                assertThat(e.code()).isEqualTo("UNAVAILABLE");
                Thread.yield();
            }
        }
        throw new AssertionError("The server was not found again");
    }

    /** The client has to see that the connection is closed first. */
    private static void callUntilUnavailable(Upstream upstream) {
        ClientException error = null;
        while (error == null) error = failure(upstream, Call.of(METHOD, HELLO));
        assertThat(error.code()).isEqualTo("UNAVAILABLE");
    }

    private static void assertUnavailable(Upstream upstream) {
        ClientException error = failure(upstream, Call.of(METHOD, HELLO));
        assertThat(error.code()).isEqualTo("UNAVAILABLE");
        assertThat(error).hasMessage("The service is not available.");
        assertThat(error.extensions()).isEmpty();
    }

    @Test
    void failsForNamesThatNobodyKnows() {
        for (List<String> addresses :
                List.of(List.of("nowhere.invalid:1"), List.of("nowhere.invalid:1", "nobody.invalid:2"))) {
            try (Upstream upstream = Upstream.to("bytes", addresses).build()) {
                assertUnavailable(upstream);
            }
        }
    }

    @Test
    void waitsForAServerThatSaysNothingNoLongerThanTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Upstream upstream = Upstream.to("bytes", List.of("127.0.0.1:" + silent.getLocalPort()))
                        .build()) {
            ClientException error = failure(upstream, Call.of(METHOD, HELLO).withDeadline(Duration.ofMillis(200)));
            assertThat(error.code()).isEqualTo("DEADLINE_EXCEEDED");
            assertThat(error).hasMessage("The service did not answer in time.");
        }
    }

    /** A connection whose other end does not answer any more, as when a machine has lost its power. */
    @Test
    void noticesHalfOpenConnectionsByKeepingThemAlive() throws Exception {
        try (ByteServer server = new ByteServer((request, headers, call) -> {});
                Wire wire = new Wire(server.server.getPort());
                Upstream upstream = Upstream.to("bytes", List.of("127.0.0.1:" + wire.port()))
                        .keepAlive(Duration.ofMillis(1), Duration.ofMillis(200), false) // 10 seconds is gRPC's least
                        .build()) {
            var reply = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            wire.cut();
            ExecutionException thrown =
                    catchThrowableOfType(ExecutionException.class, () -> reply.get(40, TimeUnit.SECONDS));
            assertThat(thrown.getCause())
                    .isInstanceOfSatisfying(
                            ClientException.class,
                            error -> assertThat(error.code()).isEqualTo("UNAVAILABLE"));
        }
    }

    /** Carries bytes both ways, until it is cut: then it swallows them. */
    private static final class Wire implements AutoCloseable {
        private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final CompletableFuture<Socket> accepted = new CompletableFuture<>();
        private volatile boolean isCut;

        Wire(int port) throws IOException {
            Thread.startVirtualThread(() -> {
                try (Socket client = entry.accept();
                        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    accepted.complete(client);
                    Thread back = Thread.startVirtualThread(() -> carry(server, client));
                    carry(client, server);
                    back.join();
                } catch (IOException | InterruptedException e) {
                    // the test is over
                }
            });
        }

        int port() {
            return entry.getLocalPort();
        }

        void cut() {
            isCut = true;
        }

        private void carry(Socket from, Socket to) {
            byte[] bytes = new byte[4096];
            try {
                for (int n; (n = from.getInputStream().read(bytes)) >= 0; ) {
                    if (!isCut) to.getOutputStream().write(bytes, 0, n);
                }
            } catch (IOException e) {
                // the other end is closed
            }
        }

        @Override
        public void close() throws IOException {
            entry.close();
            if (accepted.isDone()) accepted.join().close();
        }
    }

    /** A server that says goodbye ends what runs, and what comes after finds the next one. */
    @Test
    void letsCallsEndWhenAServerSaysGoodbye() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        ByteServer.Handler handler = (request, headers, call) -> {
            mayEnd.await();
            ByteServer.echo(request, headers, call);
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().build()) {
            var running = upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            server.server.shutdown();
            mayEnd.countDown();
            assertThat(running.get(20, TimeUnit.SECONDS).message()).isEqualTo(HELLO);
            assertThat(server.server.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            callUntilUnavailable(upstream);
        }
    }

    @Test
    void tellsThatAConnectionIsLostDuringACall() throws Exception {
        try (ByteServer server = new ByteServer((request, headers, call) -> {});
                Wire wire = new Wire(server.server.getPort());
                Upstream upstream = Upstream.to("bytes", List.of("127.0.0.1:" + wire.port()))
                        .build()) {
            CompletableFuture<Reply> running =
                    upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            wire.close();
            ExecutionException thrown =
                    catchThrowableOfType(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
            assertThat(thrown.getCause())
                    .isInstanceOfSatisfying(
                            ClientException.class,
                            error -> assertThat(error.code()).isEqualTo("UNAVAILABLE"));
        }
    }

    @Test
    void tellsThatAServerHasGivenUpACall() throws Exception {
        try (ByteServer server = new ByteServer((request, headers, call) -> {});
                Upstream upstream = server.upstream().build()) {
            CompletableFuture<Reply> running =
                    upstream.callAsync(Call.of(METHOD, HELLO)).toCompletableFuture();
            server.nextCall();
            server.server.shutdownNow();
            ExecutionException thrown =
                    catchThrowableOfType(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
            assertThat(thrown.getCause()).isInstanceOfSatisfying(ClientException.class, error -> {
                assertThat(error.code()).isEqualTo("CANCELLED");
                assertThat(error).hasMessage("The service has cancelled the call.");
            });
        }
    }

    @Test
    void hidesWhatAnHttpServerSays() throws Exception {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, 0);
            exchange.getResponseBody().write("the secret".getBytes(UTF_8));
            exchange.close();
        });
        http.start();
        try (Upstream upstream = Upstream.to(
                        "bytes", List.of("127.0.0.1:" + http.getAddress().getPort()))
                .build()) {
            ClientException error = failure(upstream, Call.of(METHOD, HELLO));
            assertThat(error.code()).isEqualTo("INTERNAL");
            assertThat(error).hasMessage("The service failed.");
            assertThat(error.extensions()).containsOnlyKeys("id");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void saysThatAMethodIsNotThereWithoutItsName() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().build()) {
            Method unknown = Method.named("test.Bytes/Nothing", io.grpc.MethodDescriptor.MethodType.UNARY, false);
            ClientException error = failure(upstream, Call.of(unknown, HELLO));
            assertThat(error.code()).isEqualTo("UNIMPLEMENTED");
            assertThat(error).hasMessage("The service does not know the method.");
        }
    }

    @Test
    void readsMessagesAsTheyWereMeant() throws Exception {
        String words = "Keine Äpfel — 100 %\n¯\\_(ツ)_/¯";
        try (ByteServer server =
                        new ByteServer(ByteServer.failing(Status.NOT_FOUND.withDescription(words), new Metadata()));
                Upstream upstream = server.upstream().build()) {
            assertThat(failure(upstream, Call.of(METHOD, HELLO))).hasMessage(words);
        }
    }

    @Test
    void failsAfterAMessageAsWellAsBefore() throws Exception {
        ByteServer.Handler handler = (request, headers, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(request);
            call.close(Status.FAILED_PRECONDITION.withDescription("too late"), new Metadata());
        };
        Method method = Method.named(STREAM.name(), io.grpc.MethodDescriptor.MethodType.UNARY, false);
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().build()) {
            ClientException error = failure(upstream, Call.of(method, HELLO));
            assertThat(error.code()).isEqualTo("FAILED_PRECONDITION");
            assertThat(error).hasMessage("too late");
        }
    }

    private static ClientException failure(Upstream upstream, Call call) {
        return catchThrowableOfType(ClientException.class, () -> upstream.call(call));
    }
}
