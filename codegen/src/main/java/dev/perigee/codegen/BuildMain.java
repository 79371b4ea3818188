package dev.perigee.codegen;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The generator as a program, for build tools that run on an older JDK. Its arguments are the folder with
 * {@code perigee.yaml}, the folder of generated sources, and the entries of a class path. What is wrong is written to the
 * error stream, a line each; the exit code then is 1.
 */
public final class BuildMain {
    private BuildMain() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) throw new IllegalArgumentException("A folder and an output are needed");
        List<Path> classPath = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        try {
            GeneratorOverrides overrides = new GeneratorOverrides(classPath, Path.of(arguments[1]), null);
            GeneratorSettings settings = GeneratorSettingsReader.read(Path.of(arguments[0]), overrides);
            Generator.update(settings);
        } catch (CodegenException e) {
            e.problems().forEach(System.err::println);
            System.exit(1);
        } catch (IOException e) {
            System.err.println("A file can't be read or written: " + e.getMessage());
            System.exit(1);
        }
    }
}
