package dev.perigee.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "client",
        description = "Makes clients to whom perigee serve gives tokens.",
        subcommands = ClientAddCommand.class)
final class ClientCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** By itself it does nothing: say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(Main.console(spec).err());
        return ExitCode.WRONG_USAGE;
    }
}
