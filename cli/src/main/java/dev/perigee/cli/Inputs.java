package dev.perigee.cli;

import dev.perigee.language.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files that a command is given, to be mixed in; {@code -} is the standard input. */
final class Inputs {
    static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to read; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<Source> read() {
        return read(files, spec);
    }

    /** All of them, in the order given: if one can't be read, nothing happens with the others. */
    static List<Source> read(List<String> files, CommandSpec spec) {
        if (Collections.frequency(files, STANDARD_INPUT) > 1) throw new StandardInput.ReadTwice();
        Console console = Main.console(spec);
        return files.stream().map(file -> read(file, console)).toList();
    }

    /** One file, or the standard input. */
    static Source read(String file, Console console) {
        return Source.of(file, bytes(file, console));
    }

    /** The bytes of one file, or of the standard input. */
    static byte[] bytes(String file, Console console) {
        try {
            return file.equals(STANDARD_INPUT) ? console.in().readAll() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new FileException("read", file, e);
        }
    }

    /**
     * For files and folders that are read elsewhere.
     *
     * @throws FileException if one is not there
     */
    static void mustExist(List<Path> files) {
        for (Path file : files) {
            String name = file.toString();
            if (!Files.exists(file)) throw new FileException("read", name, new NoSuchFileException(name));
        }
    }
}
