package dev.perigee.examples.blog.users;

import static java.net.InetAddress.getLoopbackAddress;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Serves the user service by gRPC, on a free port of this machine. */
public final class UserServer implements AutoCloseable {
    private final Server server;

    public UserServer(ServerInterceptor... interceptors) {
        var service = ServerInterceptors.intercept(new UserService(SampleUsers.all()), interceptors);
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(getLoopbackAddress(), 0))
                .addService(service)
                .addService(ProtoReflectionServiceV1.newInstance()) // whoever calls it knows nothing but what it says
                .build();
    }

    /** @return the port */
    public int start() throws IOException {
        return server.start().getPort();
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination(5, SECONDS);
    }
}
