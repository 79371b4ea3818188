package dev.perigee.cli.serve;

import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.graph.GraphException;
import dev.perigee.grpc.idl.IdlException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the IDL of some servers was at a time.
 *
 * @param fingerprints of the IDLs, in the order of the servers
 */
record GrpcVersion(List<String> fingerprints, GrpcSource source) {
    GrpcVersion {
        fingerprints = List.copyOf(fingerprints);
    }

    /** @throws ServeException if it can't be had, or is no graph */
    static GrpcVersion read(GrpcSettings settings, List<GrpcServer> servers) throws ServeException {
        try {
            GrpcSource.Builder source = GrpcSource.builder().options(settings.options());
            servers.forEach(source::server);
            // first, so that what changes meanwhile is noticed
            List<String> fingerprints = settings.reload() == Reload.NEVER ? List.of() : fingerprints(servers);
            return new GrpcVersion(fingerprints, source.build());
        } catch (IdlException e) {
            throw new ServeException(e.problems());
        } catch (GraphException e) {
            throw new ServeException(e.problems());
        }
    }

    static List<String> fingerprints(List<GrpcServer> servers) throws IdlException {
        List<String> fingerprints = new ArrayList<>();
        for (GrpcServer server : servers) fingerprints.add(server.idl().fingerprint());
        return fingerprints;
    }
}
