package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.StringValue;
import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Services without a network: the same calls, on the caller's thread. */
class InProcessTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** A service of messages, as users write them. */
    private ServerServiceDefinition greeter() {
        MethodDescriptor<StringValue, StringValue> greet = MethodDescriptor.<StringValue, StringValue>newBuilder()
                .setFullMethodName(METHOD.name())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
                .build();
        return ServerServiceDefinition.builder("test.Bytes")
                .addMethod(greet, ServerCalls.asyncUnaryCall((request, reply) -> {
                    threads.add(Thread.currentThread());
                    if (request.getValue().isEmpty()) {
                        reply.onError(
                                Status.INVALID_ARGUMENT.withDescription("Who?").asRuntimeException());
                        return;
                    }
                    reply.onNext(StringValue.of("Hello, " + request.getValue()));
                    reply.onCompleted();
                }))
                .build();
    }

    private Upstream upstream(ServerInterceptor... interceptors) {
        return Upstream.inProcess("here", List.of(this::greeter), interceptors);
    }

    @Test
    void runsTheServiceOnTheCallersThread() throws Exception {
        try (Upstream upstream = upstream()) {
            Reply reply = upstream.call(Call.of(METHOD, StringValue.of("Ada").toByteArray()));
            assertThat(StringValue.parseFrom(reply.message()).getValue()).isEqualTo("Hello, Ada");
            assertThat(threads).containsExactly(Thread.currentThread());
        }
    }

    @Test
    void doesNotHoldUpWhoDoesNotWait() throws Exception {
        try (Upstream upstream = upstream()) {
            var reply = upstream.callAsync(Call.of(METHOD, StringValue.of("Ada").toByteArray()));
            assertThat(reply.toCompletableFuture().get(20, TimeUnit.SECONDS).message())
                    .isNotEmpty();
            assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
        }
    }

    @Test
    void failsAsOverANetwork() {
        try (Upstream upstream = upstream()) {
            ClientException error =
                    catchThrowableOfType(ClientException.class, () -> upstream.call(Call.of(METHOD, new byte[0])));
            assertThat(error.code()).isEqualTo("INVALID_ARGUMENT");
            assertThat(error).hasMessage("Who?");
        }
    }

    @Test
    void showsCallsToInterceptorsInTheirOrder() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Upstream plain = upstream(named("first", seen), named("second", seen));
                Upstream upstream = plain.with(
                        HeaderRules.builder().forward("authorization").build(), StatusErrors.BY_TABLE)) {
            TestContext context = TestContext.of(Map.of("Authorization", List.of("me")));
            upstream.call(Call.of(METHOD, StringValue.of("Ada").toByteArray(), context));
            assertThat(seen).containsExactly("first me", "second me");
        }
    }

    private static ServerInterceptor named(String name, List<String> seen) {
        return new ServerInterceptor() {
            @Override
            public <Q, P> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
                seen.add(name + " " + headers.get(HeaderName.text("authorization")));
                return next.startCall(call, headers);
            }
        };
    }

    /** A service that ends is followed by a call that has waited: not as part of it, or the stack would grow. */
    @Test
    void letsThousandsWaitForOneAnother() throws Exception {
        CountDownLatch ended = new CountDownLatch(5000);
        try (Upstream upstream = upstream()) {
            for (int i = 0; i < 5000; i++) {
                upstream.callAsync(Call.of(METHOD, StringValue.of("Ada").toByteArray()))
                        .thenRun(ended::countDown);
            }
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void leavesChannelsOpenThatAreNotItsOwn() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream owner = server.upstream().build()) {
            byte[] hello = "hello".getBytes(UTF_8);
            try (Upstream other = Upstream.of("other", owner.channel())) {
                assertThat(other.call(Call.of(METHOD, hello)).message()).isEqualTo(hello);
            }
            assertThat(owner.call(Call.of(METHOD, hello)).message()).isEqualTo(hello);
        }
    }
}
