package dev.perigee.grpc.channel;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Services behind gRPC's transport without a network: no threads and no bytes but the messages' own. */
final class InProcess {
    private InProcess() {}

    static Upstream start(
            String name,
            List<BindableService> services,
            List<ServerInterceptor> interceptors,
            UpstreamSettings settings) {
        String address = InProcessServerBuilder.generateName();
        InProcessServerBuilder builder = InProcessServerBuilder.forName(address).directExecutor();
        for (BindableService service : services) builder.addService(service);
        for (ServerInterceptor interceptor : interceptors.reversed())
            builder.intercept(interceptor); // the last is first
        Server server = start(builder.build());
        ManagedChannel channel =
                InProcessChannelBuilder.forName(address).directExecutor().build();
        Runnable close = () -> {
            ChannelEnd.close(channel);
            server.shutdownNow();
        };
        return new Upstream(name, channel, close, settings.inProcess());
    }

    private static Server start(Server server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of a name that is new, this can't be
        }
    }
}
