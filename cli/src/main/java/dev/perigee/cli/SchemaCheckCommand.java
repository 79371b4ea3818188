package dev.perigee.cli;

import dev.perigee.cli.serve.ServeException;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Checks a schema by every rule of the specification, and prints all that is wrong with it, one problem a"
                    + " line: file:line:column: message.",
            "Exit code: 0 if all is well, 1 if the schema is not valid, 2 for wrong usage or a file that can't be"
                    + " read.",
        })
final class SchemaCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The schema. " + SchemaFiles.DESCRIPTION + " " + IdlInputs.DESCRIPTION)
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--proto-path",
            paramLabel = "DIR",
            description = "Where imports of proto files start from, beside the folders above each file.")
    private List<Path> includes = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Print one line of JSON for each file, in the order given: {\"file\", \"errors\"}. A place in"
                    + " another file has that file's name.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Main.console(spec);
        if (IdlInputs.hasIdl(files)) return checkIdl(console);
        List<Source> sources = SchemaFiles.read(files, console);
        try {
            SchemaFiles.schema(sources);
            if (json) print(new SchemaException(List.of()), sources, console);
            return ExitCode.OK;
        } catch (SchemaException e) {
            if (json) print(e, sources, console);
            else SchemaProblems.print(e, console.out());
            return ExitCode.WRONG_DOCUMENT;
        }
    }

    /** Its problems may have no place in a file, so that they are lines. */
    private int checkIdl(Console console) throws IOException {
        if (json) throw new ParameterException(spec.commandLine(), "--json is for files of SDL, not for an IDL.");
        try {
            IdlInputs.schema(files, includes, console);
            return ExitCode.OK;
        } catch (SchemaException e) {
            SchemaProblems.print(e, console.out());
        } catch (ServeException e) {
            e.problems().forEach(console.out()::println);
        }
        return ExitCode.WRONG_DOCUMENT;
    }

    private static void print(SchemaException exception, List<Source> sources, Console console) {
        for (Source source : sources) {
            boolean first = source == sources.getFirst();
            var errors = SchemaProblems.errors(exception.problems(), source, first);
            console.out().println(JsonLines.line(source.name(), "errors", errors));
        }
    }
}
