package dev.perigee.cli;

import dev.perigee.cli.serve.GrpcTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The gRPC servers that a command works with, and where their IDL is, to be mixed in. */
final class GrpcOptions {
    @Option(
            names = "--grpc",
            paramLabel = "ADDRESS",
            description =
                    "A gRPC server, such as localhost:50051: its methods become fields. Several addresses with commas"
                            + " between them are one server. Given more than once, all are one graph. What it serves is"
                            + " asked of itself, by server reflection, unless --proto or --descriptors says.")
    private List<String> servers = new ArrayList<>();

    @Option(
            names = "--proto",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Proto files, or folders with them, in place of server reflection.")
    private List<Path> protos = new ArrayList<>();

    @Option(
            names = "--proto-path",
            paramLabel = "DIR",
            description = "Where imports of --proto start from, beside the folders above each file.")
    private List<Path> includes = new ArrayList<>();

    @Option(
            names = "--descriptors",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Descriptor sets, as protoc --descriptor_set_out and buf build write them, in place of server"
                    + " reflection.")
    private List<Path> descriptors = new ArrayList<>();

    @Option(names = "--tls", description = "Call the servers with TLS.")
    private boolean isTls;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Null if none is given.
     *
     * @param needsServer whether an IDL alone is of no use
     * @throws FileException if one of the files is not there
     * @throws ParameterException if some of it is missing, or too much
     */
    @Nullable GrpcTarget target(boolean needsServer, boolean hasRpc) {
        boolean hasIdl = !protos.isEmpty() || !descriptors.isEmpty();
        if (!protos.isEmpty() && !descriptors.isEmpty()) throw wrong("Either --proto or --descriptors, not both.");
        if (!includes.isEmpty() && protos.isEmpty()) throw wrong("--proto-path goes with --proto.");
        if (servers.isEmpty() && (isTls || hasRpc || (hasIdl && needsServer))) {
            throw wrong((hasIdl ? "--proto and --descriptors" : hasRpc ? "--rpc" : "--tls") + " need --grpc.");
        }
        if (hasIdl && servers.size() > 1) {
            throw wrong("--proto and --descriptors go with one --grpc: say in perigee.yaml what is whose.");
        }
        if (servers.isEmpty() && !hasIdl) return null;
        Stream.of(protos, includes, descriptors).forEach(Inputs::mustExist);
        return new GrpcTarget(servers, isTls, protos, includes, descriptors, hasRpc);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
