package dev.perigee.cli;

import dev.perigee.cli.serve.DatabaseAddress;
import dev.perigee.cli.serve.Graph;
import dev.perigee.cli.serve.GrpcTarget;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.execution.Engine;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.plan.PlanTooLargeException;
import dev.perigee.schema.Schema;
import dev.perigee.validation.Problem;
import dev.perigee.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = {
            "Prints how operations will be run: what obtains each field, and which batches wait for what.",
            "With --schema everything is read from its parent. With --graph the code of the graph says what obtains its"
                    + " fields; it is started for that, and stopped again.",
            "With --jdbc, alone or beside --graph, tables obtain them: the plan has the statements.",
            "Exit code: 0 if all is well, 1 if a document is wrong or a database alone can't be used, 2 for wrong"
                    + " usage, a file that can't be read, or a schema that is not valid.",
        })
final class PlanCommand implements Callable<Integer> {
    @ArgGroup
    private Of of = new Of();

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private GrpcOptions grpc;

    @Mixin
    private Inputs inputs;

    @Option(names = "--operation", paramLabel = "NAME", description = "Print the plan of this operation only.")
    private @Nullable String operation;

    @Spec
    private CommandSpec spec;

    private int plans;

    /** Where the schema is from, and with it what obtains its fields. */
    private static final class Of {
        @Option(
                names = {"-s", "--schema"},
                paramLabel = "SCHEMA",
                description = SchemaFiles.DESCRIPTION)
        private List<String> schema = new ArrayList<>();

        @Option(names = "--graph", paramLabel = "DIR", description = "A folder with a perigee.yaml, as for serve.")
        private @Nullable Path graph;
    }

    @Override
    public Integer call() throws IOException {
        DatabaseAddress address = database.address();
        GrpcTarget target = grpc.target(of.graph != null, false);
        if (of.schema.isEmpty() == (of.graph == null && address == null && target == null)) {
            throw new ParameterException(
                    spec.commandLine(), "One of --schema, --graph, --jdbc and --grpc says what the plan is for.");
        }
        List<Source> sources = inputs.read();
        if (!of.schema.isEmpty()) {
            Schema schema = SchemaFiles.schema(SchemaFiles.read(of.schema, Main.console(spec)));
            return print(sources, Engine.builder(schema).build());
        }
        try (Graph graph = Graph.load(of.graph, Overrides.of(address, target))) {
            return print(sources, graph.engine());
        } catch (ServeException e) {
            e.problems().forEach(Main.console(spec).err()::println);
            return of.graph == null ? ExitCode.WRONG_DOCUMENT : ExitCode.WRONG_USAGE;
        }
    }

    private int print(List<Source> sources, Engine engine) {
        int exitCode = ExitCode.OK;
        for (Source source : sources) exitCode = Math.max(exitCode, print(source, engine));
        return exitCode;
    }

    private int print(Source source, Engine engine) {
        Console console = Main.console(spec);
        try {
            Document document = Parser.parse(source);
            List<Problem> problems = Validator.validate(engine.schema(), document);
            for (Problem problem : problems) console.err().println(line(source, problem));
            return problems.isEmpty() ? print(source, document, engine) : ExitCode.WRONG_DOCUMENT;
        } catch (SyntaxException e) {
            console.err().println(e.describe());
        } catch (PlanTooLargeException e) {
            console.err().println(source.name() + ": " + e.getMessage());
        }
        return ExitCode.WRONG_DOCUMENT;
    }

    private int print(Source source, Document document, Engine engine) {
        int before = plans;
        for (Definition definition : document.definitions()) {
            if (!(definition instanceof OperationDefinition candidate)) continue;
            if (operation != null && !operation.equals(candidate.name())) continue;
            if (plans++ > 0) Main.console(spec).out().println();
            Main.console(spec).out().print(engine.plan(document, candidate).print());
        }
        if (plans > before) return ExitCode.OK;
        String what = operation == null ? "no operation" : "no operation \"" + operation + "\"";
        Main.console(spec).err().println(source.name() + ": There is " + what + ".");
        return ExitCode.WRONG_DOCUMENT;
    }

    private static String line(Source source, Problem problem) {
        String at = problem.locations().isEmpty()
                ? source.name()
                : problem.locations().getFirst().toString();
        return at + ": " + problem.message();
    }
}
