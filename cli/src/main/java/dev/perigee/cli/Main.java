package dev.perigee.cli;

import dev.perigee.cli.serve.MissingSettingsException;
import dev.perigee.client.TransportException;
import dev.perigee.schema.SchemaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command and its subcommands. */
@Command(
        name = "perigee",
        description = "One GraphQL graph over gRPC services, SQL databases, HTTP APIs and Java code.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT, // every subcommand has --help and --version
        subcommands = {
            LexCommand.class,
            ParseCommand.class,
            FormatCommand.class,
            ValidateCommand.class,
            QueryCommand.class,
            SubscribeCommand.class,
            PlanCommand.class,
            ServeCommand.class,
            SchemaCommand.class,
            DdlCommand.class,
            GenerateCommand.class,
            TokenCommand.class,
            ClientCommand.class,
            CompletionCommand.class,
            HelpCommand.class,
        })
public final class Main {
    private final Console console;

    private Main(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        System.exit(run(Console.ofProcess(), arguments));
    }

    /** Runs the command, and returns its {@link ExitCode}. */
    static int run(Console console, String... arguments) {
        CommandLine command = new CommandLine(new Main(console))
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> explain(wrong))
                .setExecutionExceptionHandler((failed, line, result) -> explain(failed, line));
        // With no subcommand there is nothing to do: say what there is.
        int exitCode = arguments.length == 0 ? usage(command) : execute(command, arguments);
        console.flush();
        return exitCode;
    }

    /** A document that is too large for the memory is nobody's mistake, and no trace tells more about it. */
    private static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            command.getErr().println("perigee: There is not enough memory. PERIGEE_JAVA_OPTS=-Xmx8g gives more of it.");
            return ExitCode.WRONG_USAGE;
        }
    }

    private static int usage(CommandLine command) {
        command.usage(command.getErr());
        return ExitCode.WRONG_USAGE;
    }

    private static int explain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("perigee: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\" for what it takes.");
        return ExitCode.WRONG_USAGE;
    }

    /** What is wrong with files and servers is explained, all else is a mistake of ours, and shown with its trace. */
    private static int explain(Exception failed, CommandLine command) throws Exception {
        switch (failed) {
            case StandardInput.ReadTwice e -> {
                return explain(new ParameterException(command, e.getMessage(), e));
            }
            case FileException e -> command.getErr().println("perigee: " + e.getMessage());
            case MissingSettingsException e -> command.getErr().println("perigee: " + e.getMessage());
            case TransportException e -> command.getErr().println("perigee: " + e.getMessage());
            case ServerSchemaOptions.NoSchema e -> command.getErr().println("perigee: " + e.getMessage());
            case SchemaException e -> {
                SchemaProblems.print(e, command.getErr());
                command.getErr().println("perigee: The schema is not valid.");
            }
            default -> throw failed;
        }
        return ExitCode.WRONG_USAGE;
    }

    /** The streams of the command that this specification is part of. */
    static Console console(CommandLine.Model.CommandSpec spec) {
        return ((Main) spec.root().userObject()).console;
    }
}
