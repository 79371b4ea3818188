package dev.perigee.examples.moongate;

import dev.perigee.grpc.GrpcServer;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.util.List;

/** Where services run. */
interface Hosting extends AutoCloseable {
    /**
     * Starts a server.
     *
     * @param interceptors that see calls in this order
     * @return how the gateway reaches it
     */
    GrpcServer start(String name, List<BindableService> services, List<ServerInterceptor> interceptors)
            throws IOException;

    /** Stops all servers. */
    @Override
    void close();
}
