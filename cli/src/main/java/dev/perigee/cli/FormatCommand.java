package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.language.Formatter;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "format",
        description = {
            "Prints GraphQL documents in canonical form, with their comments. Between those of several files is an"
                    + " empty line, as between definitions: together they are one document in that form.",
            "Exit code: 0 if all is well, 1 if a document is wrong or, with --check, not formatted, 2 for wrong usage"
                    + " or a file that can't be read or written.",
        })
final class FormatCommand implements Callable<Integer> {
    /** What to do instead of printing. */
    private static final class Mode {
        @Option(names = "--check", description = "Only print the names of files that are not formatted.")
        private boolean check;

        @Option(names = "--write", description = "Write the files, and print the names of those that changed.")
        private boolean write;
    }

    @Mixin
    private Inputs inputs;

    @ArgGroup
    private Mode mode = new Mode();

    @Spec
    private CommandSpec spec;

    private boolean hasPrinted;

    @Override
    public Integer call() {
        List<Source> sources = inputs.read();
        if (mode.write && sources.stream().anyMatch(FormatCommand::isStandardInput)) {
            throw new ParameterException(spec.commandLine(), "The standard input (-) can't be written.");
        }
        int exitCode = ExitCode.OK;
        for (Source source : sources) exitCode = Math.max(exitCode, format(source));
        return exitCode;
    }

    private int format(Source source) {
        Console console = Main.console(spec);
        byte[] formatted;
        try {
            formatted = Formatter.format(source).getBytes(UTF_8);
        } catch (SyntaxException e) {
            console.err().println(e.describe());
            return ExitCode.WRONG_DOCUMENT;
        }
        boolean changed = !Arrays.equals(formatted, source.bytes());
        if (mode.check || mode.write) {
            if (changed) console.out().println(source.name());
            if (changed && mode.write) write(source.name(), formatted);
            return changed && mode.check ? ExitCode.WRONG_DOCUMENT : ExitCode.OK;
        }
        if (hasPrinted) console.out().println();
        hasPrinted = true;
        console.out().print(new String(formatted, UTF_8));
        return ExitCode.OK;
    }

    private static void write(String file, byte[] bytes) {
        try {
            Files.write(Path.of(file), bytes);
        } catch (IOException e) {
            throw new FileException("write", file, e);
        }
    }

    private static boolean isStandardInput(Source source) {
        return source.name().equals(Inputs.STANDARD_INPUT);
    }
}
