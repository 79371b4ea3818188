package dev.perigee.bench.grpc;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.net.InetSocketAddress;

/** The service in a process of its own; prints where it is. */
public final class CatalogServer {
    private CatalogServer() {}

    public static void main(String[] args) throws Exception {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress("localhost", 0))
                .addService(new CatalogService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .directExecutor()
                .build()
                .start();
        System.out.println("localhost:" + server.getPort());
        server.awaitTermination();
    }
}
