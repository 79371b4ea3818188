package dev.perigee.cli;

import dev.perigee.cli.serve.DatabaseAddress;
import dev.perigee.cli.serve.Graph;
import dev.perigee.cli.serve.GrpcTarget;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.cli.serve.SourceSchema;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaFace;
import dev.perigee.schema.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "print",
        description = {
            "Prints a schema as SDL: all files in one, extensions in their types, nothing that is built in.",
            "With --jdbc, the schema that a database gets, with the files, if any, on top. With --grpc, --proto or"
                    + " --descriptors, that of gRPC services, likewise. With --graph, that of a folder with a"
                    + " perigee.yaml, whose code is started for that, and stopped again.",
            "Exit code: 0 if all is well, 1 if the schema is not valid, the database can't be used or the IDL not be"
                    + " had, 2 for wrong usage or a file that can't be read.",
        })
final class SchemaPrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The schema. " + SchemaFiles.DESCRIPTION)
    private List<String> files = new ArrayList<>();

    @Option(names = "--graph", paramLabel = "DIR", description = "A folder with a perigee.yaml, as for serve.")
    private @Nullable Path graph;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private GrpcOptions grpc;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            description = "Print what callers of an audience see, by @audience; with \"\", those of none.")
    private @Nullable String audience;

    @Option(names = "--json", description = "Print an introspection result, as a server would answer it, on one line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Main.console(spec);
        try {
            Schema whole = schema(console);
            Schema schema = audience == null ? whole : SchemaFace.of(whole, audience);
            if (json) console.out().println(JsonLines.write(JsonLines.value(IntrospectionResult.of(schema))));
            else console.out().print(SchemaPrinter.print(schema));
            return ExitCode.OK;
        } catch (SchemaException e) {
            SchemaProblems.print(e, console.err());
            return ExitCode.WRONG_DOCUMENT;
        } catch (ServeException e) {
            e.problems().forEach(console.err()::println);
            return ExitCode.WRONG_DOCUMENT;
        }
    }

    private Schema schema(Console console) throws ServeException, IOException {
        DatabaseAddress address = database.address();
        GrpcTarget target = grpc.target(graph != null, false);
        if (graph != null && !files.isEmpty()) throw wrong("Either files or --graph, not both.");
        if (graph != null) {
            try (Graph loaded = Graph.load(graph, Overrides.of(address, target))) {
                return loaded.engine().schema();
            }
        }
        if (address != null || target != null) {
            return SourceSchema.read(address, target, SchemaFiles.read(files, console));
        }
        if (files.isEmpty()) throw wrong("What schema? Name files, --graph, --jdbc, --grpc, --proto or --descriptors.");
        return IdlInputs.schema(files, List.of(), console);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
