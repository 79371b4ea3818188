package dev.perigee.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Prints a script for bash and zsh that completes commands, options and files.",
            "For the current shell: source <(perigee completion)",
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Main.console(spec).out().print(AutoComplete.bash("perigee", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
