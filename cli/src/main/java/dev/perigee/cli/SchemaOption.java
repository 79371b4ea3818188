package dev.perigee.cli;

import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The schema that a command works with, to be mixed in. */
final class SchemaOption {
    @Option(
            names = {"-s", "--schema"},
            paramLabel = "SCHEMA",
            required = true,
            description =
                    "The schema. " + SchemaFiles.DESCRIPTION + " Given more than once, all together are the schema.")
    private List<String> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * @throws SchemaException if the schema is not valid
     * @throws FileException if a file can't be read
     */
    Schema read() {
        return SchemaFiles.schema(SchemaFiles.read(files, Main.console(spec)));
    }
}
