package dev.perigee.bench.grpc;

import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.channel.Upstream;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** A service on a port of this machine, that tells its IDL by reflection. */
record LocalServer(Server server) implements AutoCloseable {
    /** With threads for its calls. */
    static LocalServer start(BindableService service) throws IOException {
        return new LocalServer(builder(service).build().start());
    }

    /** On the transport's own threads: for a service that has its replies at hand. */
    static LocalServer startDirect(BindableService service) throws IOException {
        return new LocalServer(builder(service).directExecutor().build().start());
    }

    private static NettyServerBuilder builder(BindableService service) {
        return NettyServerBuilder.forAddress(new InetSocketAddress("localhost", 0))
                .addService(service)
                .addService(ProtoReflectionServiceV1.newInstance());
    }

    int port() {
        return server.getPort();
    }

    String address() {
        return "localhost:" + port();
    }

    /** As a part of a graph. */
    GrpcServer inGraph(String name) {
        return GrpcServer.of(Upstream.to(name, List.of(address())).build());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
