package dev.perigee.codegen;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is in the golden cases {@code guide} and {@code operations}, or in the sample project, or is read as settings. */
class CodegenGuideTest {
    private static final Path CASE = Path.of("src/test/resources/dev/perigee/codegen/cases/guide");
    private static final Path OPERATIONS = CASE.resolveSibling("operations");
    private static final Path CALLERS = CASE.resolve("../../callers");
    private static final Path SAMPLE = Path.of("../maven-plugin/sample/pom.xml");

    @Test
    void code_of_the_guide_is_code_that_is_tested() throws IOException {
        String tested = text(CASE) + text(OPERATIONS) + text(CALLERS) + Files.readString(SAMPLE);
        for (String kind : List.of("java", "graphqls", "graphql", "yaml", "xml")) {
            List<String> blocks = blocks(kind);
            assertThat(blocks).isNotEmpty();
            for (String block : blocks) {
                if (!block.contains("is optional"))
                    assertThat(unindented(tested)).contains(unindented(block));
            }
        }
    }

    @Test
    void all_settings_are_shown(@TempDir Path folder) throws Exception {
        String all = blocks("yaml").stream()
                .filter(block -> block.contains("is optional"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("schema.graphqls"), "");
        for (String name : List.of("src/main/java", "target/lib", "graphql"))
            Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve("graphql/todos.graphql"), "");
        Files.writeString(folder.resolve("target/lib/model.jar"), "");
        Files.writeString(folder.resolve("perigee.yaml"), all);
        assertThat(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE).resolvers())
                .hasSize(3);
        Files.writeString(folder.resolve("perigee.yaml"), "schema: schema.graphqls\ngenerate: {package: a, x: 1}\n");
        String known = catchThrowableOfType(
                        CodegenException.class, () -> GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE))
                .getMessage()
                .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
        for (String name : known.split(", ")) assertThat(all).containsPattern("(?m)^  " + name + ":");
    }

    private static List<String> blocks(String kind) throws IOException {
        return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/guide/codegen.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(joining("\n"));
    }

    private static String text(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(CodegenGuideTest::read)
                    .collect(joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
