package dev.perigee.cli;

import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "print",
        description = {
            "Prints a schema as SDL: all files in one, extensions in their types, nothing that is built in.",
            "Exit code: 0 if all is well, 1 if the schema is not valid, 2 for wrong usage or a file that can't be"
                    + " read.",
        })
final class SchemaPrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The schema. " + SchemaFiles.DESCRIPTION)
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Print an introspection result, as a server would answer it, on one line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        try {
            Schema schema = SchemaFiles.schema(SchemaFiles.read(files, console));
            if (json) console.out().println(JsonLines.write(JsonLines.value(IntrospectionResult.of(schema))));
            else console.out().print(SchemaPrinter.print(schema));
            return ExitCode.OK;
        } catch (SchemaException e) {
            SchemaProblems.print(e, console.err());
            return ExitCode.WRONG_DOCUMENT;
        }
    }
}
