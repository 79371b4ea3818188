package dev.perigee.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The generator in a JVM of its own. */
final class GeneratorProcess {
    static final int LEAST_JAVA = 21;

    private static final String MAIN = "dev.perigee.codegen.BuildMain";

    private final String java;
    private final List<String> classPath;

    GeneratorProcess(String java, List<String> classPath) {
        this.java = java;
        this.classPath = classPath;
    }

    /**
     * Generates, and gives what is wrong, a line each; nothing if all is well.
     *
     * @param arguments a file that is written, for class paths are longer than commands may be
     */
    List<String> run(Path directory, Path output, List<String> projectClassPath, Path arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                String.join(File.pathSeparator, classPath),
                MAIN,
                directory.toString(),
                output.toString()));
        command.addAll(projectClassPath);
        Files.writeString(
                arguments, command.stream().map(GeneratorProcess::quoted).collect(Collectors.joining("\n")));
        Process process = new ProcessBuilder(java, "@" + arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        List<String> lines;
        try (var errors = process.errorReader(UTF_8)) {
            lines = errors.lines().toList();
        }
        int exitCode = process.waitFor();
        if (exitCode == 0) return List.of();
        return lines.isEmpty() ? List.of("The generator ended with " + exitCode + ".") : lines;
    }

    /** As files of arguments have it, where a backslash begins an escape. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
