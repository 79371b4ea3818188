package dev.perigee.grpc.channel;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A server of grpc-java whose methods take and give bytes as they are; what they do is up to each test. */
final class ByteServer implements AutoCloseable {
    static final Method METHOD = Method.named("test.Bytes/Call", MethodType.UNARY, true);
    static final Method STREAM = Method.named("test.Bytes/Stream", MethodType.SERVER_STREAMING, true);

    /** What a method does with a request that has arrived as a whole. */
    interface Handler {
        void handle(byte[] request, Metadata headers, ServerCall<byte[], byte[]> call) throws Exception;
    }

    /** Of calls, in their order. */
    final LinkedBlockingQueue<Metadata> calls = new LinkedBlockingQueue<>();
    /** Of calls that clients have given up. */
    final LinkedBlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

    final Server server;

    ByteServer(Handler handler) {
        this(0, handler, builder -> builder);
    }

    ByteServer(int port, Handler handler, UnaryOperator<NettyServerBuilder> settings) {
        server = start(settings.apply(
                        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .addService(service(handler))
                .build());
    }

    private static Server start(Server server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerServiceDefinition service(Handler handler) {
        return ServerServiceDefinition.builder("test.Bytes")
                .addMethod(METHOD.descriptor(), serverCalls(handler))
                .addMethod(STREAM.descriptor(), serverCalls(handler))
                .build();
    }

    /** A method that echoes its request. */
    static void echo(byte[] request, Metadata headers, ServerCall<byte[], byte[]> call) {
        call.sendHeaders(new Metadata());
        call.sendMessage(request);
        call.close(Status.OK, new Metadata());
    }

    /** A method that fails. */
    static Handler failing(Status status, Metadata trailers) {
        return (request, headers, call) -> call.close(status, trailers);
    }

    private ServerCallHandler<byte[], byte[]> serverCalls(Handler handler) {
        return (call, headers) -> {
            calls.add(headers);
            call.request(1);
            return new ServerCall.Listener<>() {
                @Override
                public void onMessage(byte[] request) {
                    try {
                        handler.handle(request, headers, call);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }

                @Override
                public void onCancel() {
                    cancelled.add("cancelled");
                }
            };
        };
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    UpstreamBuilder upstream() {
        return Upstream.to("bytes", List.of(address()));
    }

    Metadata nextCall() throws InterruptedException {
        return calls.poll(20, TimeUnit.SECONDS);
    }

    /** Whether a call is given up, soon. */
    boolean isCancelled() throws InterruptedException {
        return cancelled.poll(20, TimeUnit.SECONDS) != null;
    }

    static Metadata metadata(Map<String, String> values) {
        Metadata metadata = new Metadata();
        values.forEach((name, value) -> metadata.put(HeaderName.text(name), value));
        return metadata;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
