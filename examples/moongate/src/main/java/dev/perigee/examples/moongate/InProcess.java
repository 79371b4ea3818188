package dev.perigee.examples.moongate;

import dev.perigee.grpc.GrpcServer;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import java.util.List;

/** Services are called without a network, by the thread that needs the answer; the IDL is that of their classes. */
final class InProcess implements Hosting {
    @Override
    public GrpcServer start(String name, List<BindableService> services, List<ServerInterceptor> interceptors) {
        return GrpcServer.inProcess(name, services, interceptors.toArray(ServerInterceptor[]::new));
    }

    /** They end with the gateway's connection to them. */
    @Override
    public void close() {}
}
