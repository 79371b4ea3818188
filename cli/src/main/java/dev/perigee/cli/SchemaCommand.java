package dev.perigee.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "schema",
        description = "Prints, fetches, checks and compares schemas.",
        subcommands = {
            SchemaPrintCommand.class,
            SchemaFetchCommand.class,
            SchemaCheckCommand.class,
            SchemaDiffCommand.class
        })
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** By itself it does nothing: say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(Main.console(spec).err());
        return ExitCode.WRONG_USAGE;
    }
}
