package dev.perigee.cli.serve;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.ProtoFiles;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.util.MutableHandlerRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A gRPC server, with reflection, of whatever services a proto file has, another one after another. Unary methods answer
 * what they are asked, as far as the messages have the same fields; one called {@code Slow} waits to be let go. Streams
 * answer the same once, and stay open.
 */
public final class ProtoServer implements AutoCloseable {
    private final MutableHandlerRegistry services = new MutableHandlerRegistry();
    private final Server server;
    private final int port;

    /** Counted down when a {@code Slow} call begins. */
    public final CountDownLatch slowBegan = new CountDownLatch(1);
    /** Lets it end. */
    public final CountDownLatch slowMayEnd = new CountDownLatch(1);

    /** Counted down when the client of a stream has enough. */
    public final CountDownLatch streamCancelled = new CountDownLatch(1);

    private record Schema(FileDescriptor file) implements ProtoFileDescriptorSupplier {
        @Override
        public FileDescriptor getFileDescriptor() {
            return file;
        }
    }

    public ProtoServer(String proto) throws Exception {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .fallbackHandlerRegistry(services)
                .addService(ProtoReflectionServiceV1.newInstance())
                .build()
                .start();
        port = server.getPort();
        serve(proto);
    }

    /** Has these services from now on, and no others. */
    public void serve(String proto) throws Exception {
        Path folder = Files.createTempDirectory("proto-server");
        Path file = Files.writeString(folder.resolve("service.proto"), proto);
        Idl idl = ProtoFiles.of(List.of(file), List.of()).read();
        Files.delete(file);
        Files.delete(folder);
        List<ServerServiceDefinition> before = services.getServices();
        for (ServiceDescriptor service : idl.services()) services.addService(definition(service));
        for (ServerServiceDefinition old : before) {
            if (idl.service(old.getServiceDescriptor().getName()) == null) services.removeService(old);
        }
    }

    private ServerServiceDefinition definition(ServiceDescriptor service) {
        io.grpc.ServiceDescriptor.Builder descriptor = io.grpc.ServiceDescriptor.newBuilder(service.getFullName())
                .setSchemaDescriptor(new Schema(service.getFile()));
        List<MethodDescriptor<DynamicMessage, DynamicMessage>> methods =
                service.getMethods().stream().map(ProtoServer::method).toList();
        methods.forEach(descriptor::addMethod);
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(descriptor.build());
        for (int i = 0; i < methods.size(); i++) {
            var output = service.getMethods().get(i).getOutputType();
            if (service.getMethods().get(i).isServerStreaming()) {
                definition.addMethod(methods.get(i), ServerCalls.asyncServerStreamingCall((request, replies) -> {
                    ((ServerCallStreamObserver<DynamicMessage>) replies).setOnCancelHandler(streamCancelled::countDown);
                    replies.onNext(echo(request, output));
                }));
                continue;
            }
            boolean isSlow = service.getMethods().get(i).getName().equals("Slow");
            definition.addMethod(methods.get(i), ServerCalls.asyncUnaryCall((request, reply) -> {
                if (isSlow) await();
                reply.onNext(echo(request, output));
                reply.onCompleted();
            }));
        }
        return definition.build();
    }

    private void await() {
        slowBegan.countDown();
        try {
            if (!slowMayEnd.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("Nobody lets it go");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DynamicMessage echo(DynamicMessage request, com.google.protobuf.Descriptors.Descriptor output) {
        DynamicMessage.Builder reply = DynamicMessage.newBuilder(output);
        request.getAllFields().forEach((field, value) -> {
            var same = output.findFieldByName(field.getName());
            if (same != null) reply.setField(same, value);
        });
        return reply.build();
    }

    private static MethodDescriptor<DynamicMessage, DynamicMessage> method(
            com.google.protobuf.Descriptors.MethodDescriptor method) {
        return MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(
                        method.getService().getFullName(), method.getName()))
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
    }

    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        slowMayEnd.countDown();
        server.shutdownNow();
    }
}
