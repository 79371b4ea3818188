package dev.perigee.cli.serve;

import java.nio.file.Path;
import java.util.List;

/**
 * The gRPC servers, and what is said of them, that a command line has. Immutable.
 *
 * @param servers each an address, or several with commas between them that are one server
 * @param protos files and folders; with them or descriptors, at most one server
 * @param includes folders that imports of protos start from
 * @param hasRpc whether methods can be called without a GraphQL document
 */
public record GrpcTarget(
        List<String> servers,
        boolean isTls,
        List<Path> protos,
        List<Path> includes,
        List<Path> descriptors,
        boolean hasRpc) {
    public GrpcTarget {
        servers = List.copyOf(servers);
        protos = List.copyOf(protos);
        includes = List.copyOf(includes);
        descriptors = List.copyOf(descriptors);
    }

    IdlPlace idl() {
        return new IdlPlace(protos, includes, descriptors);
    }

    @Override
    public String toString() {
        return servers.isEmpty() ? idl().toString() : String.join(" and ", servers);
    }
}
