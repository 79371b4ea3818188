package dev.perigee.cli.serve;

import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.idl.DescriptorSets;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.grpc.idl.ProtoFiles;
import dev.perigee.grpc.idl.Reflection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where the IDL of a server is: in proto files, in descriptor sets, or, without either, in the server itself. */
record IdlPlace(List<Path> protos, List<Path> includes, List<Path> descriptors) {
    IdlPlace {
        protos = List.copyOf(protos);
        includes = List.copyOf(includes);
        descriptors = List.copyOf(descriptors);
    }

    IdlSource source(Upstream upstream) {
        if (!protos.isEmpty()) return ProtoFiles.of(protos, includes);
        if (!descriptors.isEmpty()) return DescriptorSets.of(descriptors);
        return Reflection.of(upstream.channel());
    }

    boolean isReflection() {
        return protos.isEmpty() && descriptors.isEmpty();
    }

    @Override
    public String toString() {
        if (isReflection()) return "server reflection";
        return (protos.isEmpty() ? descriptors : protos)
                .stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
