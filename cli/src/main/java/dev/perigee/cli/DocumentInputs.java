package dev.perigee.cli;

import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The documents that a command is to run, to be mixed in: files, or the standard input if none is given. */
final class DocumentInputs {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files to read; - is the standard input, which is also what is read if there are none.")
    private List<String> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<Source> read() {
        return Inputs.read(files.isEmpty() ? List.of(Inputs.STANDARD_INPUT) : files, spec);
    }
}
