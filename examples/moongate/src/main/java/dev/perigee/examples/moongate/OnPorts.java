package dev.perigee.examples.moongate;

import static java.net.InetAddress.getLoopbackAddress;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.channel.Upstream;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each server is on a free port of this machine; the gateway knows of its IDL what reflection says. */
final class OnPorts implements Hosting {
    private static final Logger LOG = LoggerFactory.getLogger(OnPorts.class);

    private final List<Server> servers = new ArrayList<>();

    @Override
    public GrpcServer start(String name, List<BindableService> services, List<ServerInterceptor> interceptors)
            throws IOException {
        var builder = NettyServerBuilder.forAddress(new InetSocketAddress(getLoopbackAddress(), 0))
                .addService(ProtoReflectionServiceV1.newInstance());
        for (var service : services) builder.addService(ServerInterceptors.interceptForward(service, interceptors));
        Server server = builder.build().start();
        servers.add(server);
        String address = "localhost:" + server.getPort();
        LOG.info("{} at {}", name, address);
        return GrpcServer.of(Upstream.to(name, List.of(address)).build());
    }

    @Override
    public void close() {
        for (Server server : servers) server.shutdownNow();
        try {
            for (Server server : servers) server.awaitTermination(5, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
