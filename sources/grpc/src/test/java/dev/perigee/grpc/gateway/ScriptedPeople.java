package dev.perigee.grpc.gateway;

import com.google.protobuf.Message;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.grpc.testing.gateway.Social;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The service of people, whose methods do with bytes what each test says. */
final class ScriptedPeople implements BindableService {
    static final String NAME = "social.v1.People";
    static final IdlSource IDL = IdlSource.of(Idl.of(List.of(Social.getDescriptor())));

    /** Headers of calls, in their order. */
    final LinkedBlockingQueue<Metadata> calls = new LinkedBlockingQueue<>();
    /** Methods of calls that clients have given up. */
    final LinkedBlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

    private final Script script;

    ScriptedPeople(Script script) {
        this.script = script;
    }

    /** What a method does with a request that has arrived as a whole. */
    interface Script {
        void run(byte[] request, ServerCall<byte[], byte[]> call) throws Exception;
    }

    static Script replying(Message message) {
        return replying(message.toByteArray());
    }

    static Script replying(byte[] message) {
        return (request, call) -> {
            call.sendHeaders(new Metadata());
            call.sendMessage(message);
            call.close(Status.OK, new Metadata());
        };
    }

    static Script failing(Status status, Metadata trailers) {
        return (request, call) -> call.close(status, trailers);
    }

    /** Never answers. */
    static Script silent() {
        return (request, call) -> {};
    }

    /** What is known of it without asking it. */
    static GrpcServer server(UpstreamBuilder upstream) {
        return GrpcServer.of(upstream.build(), IDL);
    }

    @Override
    public ServerServiceDefinition bindService() {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(NAME);
        for (var method : Social.getDescriptor().findServiceByName("People").getMethods()) {
            service.addMethod(
                    MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                            .setFullMethodName(NAME + "/" + method.getName())
                            .setType(
                                    method.isServerStreaming()
                                            ? MethodDescriptor.MethodType.SERVER_STREAMING
                                            : MethodDescriptor.MethodType.UNARY)
                            .build(),
                    this::start);
        }
        return service.build();
    }

    private ServerCall.Listener<byte[]> start(ServerCall<byte[], byte[]> call, Metadata headers) {
        calls.add(headers);
        call.request(1);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(byte[] request) {
                try {
                    script.run(request, call);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void onCancel() {
                cancelled.add(call.getMethodDescriptor().getBareMethodName());
            }
        };
    }

    /** The method of the next call that is given up, soon. */
    String nextCancelled() throws InterruptedException {
        return cancelled.poll(20, TimeUnit.SECONDS);
    }

    /** The headers of the next call. */
    Metadata nextCall() throws InterruptedException {
        return calls.poll(20, TimeUnit.SECONDS);
    }

    /** Messages as they are. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
