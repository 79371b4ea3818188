package dev.perigee.cli.serve;

import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.idl.IdlException;
import java.util.ArrayList;
import java.util.List;

/** The gRPC servers of a graph, connected until {@link #close}, whatever becomes of their IDL. */
final class GrpcServers implements AutoCloseable {
    private final GrpcSettings settings;
    private final List<GrpcServer> servers = new ArrayList<>();

    private GrpcServers(GrpcSettings settings) {
        this.settings = settings;
    }

    /** @throws ServeException if one can't be as it is set */
    static GrpcServers connect(GrpcSettings settings) throws ServeException {
        GrpcServers servers = new GrpcServers(settings);
        for (GrpcServerSettings server : settings.servers()) {
            try {
                Upstream upstream = server.upstream().build();
                servers.servers.add(GrpcServer.of(upstream, server.idl().source(upstream)));
            } catch (IllegalArgumentException e) {
                servers.close();
                throw new ServeException(
                        List.of("The server \"%s\" can't be: %s".formatted(server.name(), e.getMessage())));
            }
        }
        return servers;
    }

    GrpcSettings settings() {
        return settings;
    }

    /** What their IDL says now. */
    GrpcVersion read() throws ServeException {
        return GrpcVersion.read(settings, servers);
    }

    /** Of their IDLs, in their order. */
    List<String> fingerprints() throws ServeException {
        try {
            return GrpcVersion.fingerprints(servers);
        } catch (IdlException e) {
            throw new ServeException(e.problems());
        }
    }

    @Override
    public void close() {
        for (GrpcServer server : servers) server.upstream().close();
    }
}
