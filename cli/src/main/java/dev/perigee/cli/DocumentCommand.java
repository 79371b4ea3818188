package dev.perigee.cli;

import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that shows something of each document that it is given, for people or as JSON. */
abstract class DocumentCommand implements Callable<Integer> {
    static final String EXIT_CODES =
            "Exit code: 0 if all is well, 1 if a document is wrong, 2 for wrong usage or a file that can't be read.";

    @Mixin
    private Inputs inputs;

    @Option(
            names = "--json",
            description = "Print one line of JSON for each file, in the order given: {\"file\", ...}, or"
                    + " {\"file\", \"errors\"} if it is wrong.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The name of what is shown, in JSON. */
    abstract String name();

    /**
     * Reads the whole source, so that nothing is written of one that is wrong.
     *
     * @throws SyntaxException if it is wrong
     */
    abstract JsonLines.Value toJson(Source source);

    /** @throws SyntaxException if it is wrong, which may be after the beginning has been printed */
    abstract void print(Source source, PrintWriter out) throws IOException;

    @Override
    public Integer call() throws IOException {
        Console console = Main.console(spec);
        List<Source> sources = inputs.read();
        int exitCode = ExitCode.OK;
        for (Source source : sources) {
            try {
                if (json) JsonLines.print(source.name(), name(), toJson(source), console.out());
                else printNamed(source, sources.size(), console.out());
            } catch (SyntaxException e) {
                exitCode = ExitCode.WRONG_DOCUMENT;
                if (json) console.out().println(JsonLines.line(source.name(), e));
                else console.err().println(e.describe());
            }
        }
        return exitCode;
    }

    /** Of several files, each begins with its name. */
    private void printNamed(Source source, int sources, PrintWriter out) throws IOException {
        if (sources > 1) out.println("# " + source.name());
        print(source, out);
    }
}
