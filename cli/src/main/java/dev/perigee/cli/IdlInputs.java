package dev.perigee.cli;

import dev.perigee.cli.serve.GrpcTarget;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.cli.serve.SourceSchema;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An IDL where a command takes a schema: proto files and folders of them, descriptor sets, servers. Known by how they are
 * called, so that files of SDL may stand beside them, as extensions of what the IDL gets.
 */
final class IdlInputs {
    static final String DESCRIPTION = "An IDL may be in its place: .proto files, a folder with them, descriptor sets"
            + " (.binpb, .pb, .desc, .protoset), or a server, grpc://HOST:PORT, grpcs:// with TLS.";

    private static final List<String> SETS = List.of(".binpb", ".pb", ".desc", ".protoset");
    private static final int DEEPEST_FOLDER = 40;

    private final List<Path> protos = new ArrayList<>();
    private final List<Path> descriptors = new ArrayList<>();
    private final List<String> servers = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private boolean isTls;

    private IdlInputs(List<String> inputs) {
        inputs.forEach(this::add);
    }

    /**
     * The schema of these inputs, whatever they are.
     *
     * @param includes where imports of proto files start from
     * @throws FileException if an input is not there
     * @throws ServeException if an IDL can't be read, or is no graph
     * @throws dev.perigee.schema.SchemaException if files of SDL are not valid
     */
    static Schema schema(List<String> inputs, List<Path> includes, Console console) throws ServeException, IOException {
        IdlInputs sorted = new IdlInputs(inputs);
        GrpcTarget target = sorted.target(includes);
        if (target == null) return SchemaFiles.schema(SchemaFiles.read(inputs, console));
        return SourceSchema.read(null, target, SchemaFiles.read(sorted.others, console));
    }

    static boolean hasIdl(List<String> inputs) {
        return new IdlInputs(inputs).others.size() < inputs.size();
    }

    private void add(String input) {
        if (input.startsWith("grpc://")) servers.add(input.substring("grpc://".length()));
        else if (input.startsWith("grpcs://")) {
            servers.add(input.substring("grpcs://".length()));
            isTls = true;
        } else if (input.endsWith(".proto") || isFolderOfProtos(input)) protos.add(Path.of(input));
        else if (SETS.stream().anyMatch(input::endsWith)) descriptors.add(Path.of(input));
        else others.add(input);
    }

    private @Nullable GrpcTarget target(List<Path> includes) throws ServeException {
        int kinds = (protos.isEmpty() ? 0 : 1) + (descriptors.isEmpty() ? 0 : 1) + (servers.isEmpty() ? 0 : 1);
        if (kinds == 0) return null;
        if (kinds > 1) {
            throw new ServeException(
                    List.of("One IDL is in proto files, in descriptor sets or in servers, not in several."));
        }
        Stream.of(protos, includes, descriptors).forEach(Inputs::mustExist);
        return new GrpcTarget(servers, isTls, protos, includes, descriptors, false);
    }

    private static boolean isFolderOfProtos(String input) {
        if (input.equals(Inputs.STANDARD_INPUT) || !Files.isDirectory(Path.of(input))) return false;
        try (Stream<Path> below = Files.walk(Path.of(input), DEEPEST_FOLDER)) {
            List<String> names = below.map(Path::toString)
                    .filter(IdlInputs::isSchema)
                    .limit(10_000)
                    .toList();
            return !names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".proto"));
        } catch (IOException | UncheckedIOException e) {
            return false; // who reads it as SDL says why
        }
    }

    private static boolean isSchema(String name) {
        return name.endsWith(".proto")
                || name.endsWith(".graphql")
                || name.endsWith(".graphqls")
                || name.endsWith(".gql");
    }
}
