package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.language.Source;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The schema that a command works with, to be mixed in. */
final class SchemaOption {
    private static final String JSON = ".json";

    @Option(
            names = {"-s", "--schema"},
            paramLabel = "SCHEMA",
            required = true,
            description = "The schema: a file in SDL, a folder with such files (*.graphqls and *.graphql, also in folders"
                    + " in it), or a server's answer to the introspection query (*.json). Given more than once, all of"
                    + " them together are the schema.")
    private List<Path> paths = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * @throws SchemaException if the schema is not valid
     * @throws FileException if a file can't be read
     */
    Schema read() {
        List<Path> files = paths.stream().flatMap(SchemaOption::files).toList();
        boolean introspected = files.stream().anyMatch(SchemaOption::isJson);
        if (introspected && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "An answer to introspection is a whole schema by itself.");
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "No *.graphqls and no *.graphql file in " + paths + ".");
        }
        return introspected ? introspected(files.getFirst()) : Schema.read(files.stream().map(SchemaOption::source).toList());
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(JSON);
    }

    /** The files of a folder are in the order of their names, so that problems are too. */
    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) return Stream.of(path);
        try (Stream<Path> inside = Files.walk(path)) {
            return inside
                    .filter(file -> file.toString().matches(".*\\.graphqls?"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new FileException("read", path.toString(), e);
        }
    }

    private static Source source(Path file) {
        return Source.of(file.toString(), bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FileException("read", file.toString(), e);
        }
    }

    private Schema introspected(Path file) {
        Map<String, Object> result;
        try {
            result = new ObjectMapper().readValue(bytes(file), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new ParameterException(spec.commandLine(), file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new FileException("read", file.toString(), e);
        }
        return IntrospectionResult.toSchema(result);
    }
}
