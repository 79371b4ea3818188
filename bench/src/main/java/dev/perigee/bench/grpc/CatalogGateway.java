package dev.perigee.bench.grpc;

import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.channel.Upstream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The gateway in a process of its own, over a service at an address; prints where it is. */
public final class CatalogGateway {
    private CatalogGateway() {}

    public static void main(String[] args) throws Exception {
        Upstream catalog = Upstream.to("catalog", List.of(args[0])).build();
        GatewayServer gateway = new GatewayServer(GrpcServer.of(catalog), "");
        System.out.println(gateway.uri());
        new CountDownLatch(1).await(); // until the process ends
    }
}
