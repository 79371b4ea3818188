package dev.perigee.cli;

import dev.perigee.cli.serve.MissingSettingsException;
import dev.perigee.codegen.Generator;
import dev.perigee.codegen.Outcome;
import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = {
            "Generates Java for a schema: types, resolver interfaces and the wiring, bound to classes that are there.",
            "Files that are as they were are not written; what is no longer generated is deleted.",
            "Exit code: 0 if all is well, 1 if schema, settings and classes do not fit, 2 for wrong usage,"
                    + " such as a folder without perigee.yaml.",
        })
final class GenerateCommand implements Callable<Integer> {
    private static final String SETTINGS = "perigee.yaml";

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "A folder with a perigee.yaml; the current one if none is given.")
    private Path directory = Path.of(".");

    @Option(names = "--output", paramLabel = "DIR", description = "The folder of generated sources.")
    private @Nullable Path output;

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            description = "Jars and class folders with existing classes, besides those of perigee.yaml.")
    private String classPath = "";

    @Option(
            names = "--skeletons",
            paramLabel = "DIR",
            description = "Begin the resolvers that are not there yet in this folder of sources. Never overwrites.")
    private @Nullable Path skeletons;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        try {
            GeneratorSettings settings =
                    GeneratorSettingsReader.read(directory, new GeneratorOverrides(classPath(), output, skeletons));
            console.out().println(told(Generator.update(settings), settings));
            return ExitCode.OK;
        } catch (CodegenException e) {
            if (!Files.exists(directory.resolve(SETTINGS)))
                throw new MissingSettingsException(String.join("\n", e.problems()));
            e.problems().forEach(console.err()::println);
            return ExitCode.WRONG_DOCUMENT;
        } catch (IOException e) {
            throw new FileException("generate from", directory.toString(), e);
        }
    }

    private List<Path> classPath() {
        List<Path> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) if (!entry.isEmpty()) entries.add(Path.of(entry));
        return entries;
    }

    private static String told(Outcome outcome, GeneratorSettings settings) {
        if (outcome.isCurrent()) return settings.output() + ": nothing has changed";
        return settings.output()
                + ": %d written, %d unchanged, %d deleted"
                        .formatted(outcome.written(), outcome.unchanged(), outcome.deleted())
                + (outcome.started() == 0 ? "" : ", " + outcome.started() + " begun in " + settings.skeletons());
    }
}
