package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perigee.grpc.testing.input.Address;
import dev.perigee.grpc.testing.input.RegisterRequest;
import dev.perigee.grpc.testing.input.Registered;
import dev.perigee.grpc.testing.input.RegistryGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValidationInterceptorTest {
    private static final RegisterRequest VALID = RegisterRequest.newBuilder()
            .setDisplayName("Ada L.")
            .setHomeAddress(Address.newBuilder().setZipCode("12345").setStreetName("Main"))
            .setPhoneNumber("1")
            .build();
    private static final RegisterRequest INVALID =
            VALID.toBuilder().setDisplayName("a").clearHomeAddress().build();

    private final AtomicInteger seen = new AtomicInteger();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws Exception {
        RegistryGrpc.RegistryImplBase service = new CountingRegistry(seen);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerInterceptors.intercept(service, ValidationInterceptor.of(List.of())))
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }

    @Test
    void a_valid_request_reaches_the_service() {
        assertThat(RegistryGrpc.newBlockingStub(channel).register(VALID).getCount())
                .isEqualTo(1);
    }

    @Test
    void an_invalid_request_ends_with_what_is_wrong_and_the_service_never_sees_it() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> RegistryGrpc.newBlockingStub(channel).register(INVALID))
                .satisfies(error -> {
                    assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(error.getStatus().getDescription()).isEqualTo("home_address: value is required");
                    assertThat(details(error).getFieldViolationsList())
                            .extracting(BadRequest.FieldViolation::getField, BadRequest.FieldViolation::getReason)
                            .containsExactly(
                                    tuple("home_address", "required"), tuple("display_name", "string.min_len"));
                });
        assertThat(seen).hasValue(0);
    }

    @Test
    void a_stream_ends_at_the_first_invalid_request() {
        CompletableFuture<Registered> reply = new CompletableFuture<>();
        StreamObserver<RegisterRequest> requests = RegistryGrpc.newStub(channel).registerAll(new FutureObserver(reply));
        requests.onNext(VALID);
        requests.onNext(INVALID);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> reply.get(30, TimeUnit.SECONDS))
                .satisfies(error -> assertThat(
                                Status.fromThrowable(error.getCause()).getCode())
                        .isEqualTo(Status.Code.INVALID_ARGUMENT));
        assertThat(seen).hasValue(1);
    }

    @Test
    void rules_that_cannot_be_compiled_are_told_of_before_the_server_starts() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ValidationInterceptor.of(List.of(new CountingRegistry(seen).bindService())))
                .withMessageStartingWith("A validation rule of dev.perigee.input.BrokenRequest can't be compiled: ");
    }

    private static BadRequest details(StatusRuntimeException error) {
        try {
            return StatusProto.fromThrowable(error).getDetails(0).unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static final class CountingRegistry extends RegistryGrpc.RegistryImplBase {
        private final AtomicInteger seen;

        CountingRegistry(AtomicInteger seen) {
            this.seen = seen;
        }

        @Override
        public void register(RegisterRequest request, StreamObserver<Registered> reply) {
            reply.onNext(
                    Registered.newBuilder().setCount(seen.incrementAndGet()).build());
            reply.onCompleted();
        }

        @Override
        public StreamObserver<RegisterRequest> registerAll(StreamObserver<Registered> reply) {
            return new StreamObserver<>() {
                @Override
                public void onNext(RegisterRequest request) {
                    seen.incrementAndGet();
                }

                @Override
                public void onError(Throwable error) {}

                @Override
                public void onCompleted() {
                    reply.onNext(Registered.newBuilder().setCount(seen.get()).build());
                    reply.onCompleted();
                }
            };
        }
    }

    private record FutureObserver(CompletableFuture<Registered> reply) implements StreamObserver<Registered> {
        @Override
        public void onNext(Registered value) {
            reply.complete(value);
        }

        @Override
        public void onError(Throwable error) {
            reply.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {}
    }
}
