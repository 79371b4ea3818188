package dev.perigee.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the guide shows is what the tests of this module run. */
class GuideTest {
    private static final Path GUIDE = Path.of("../../docs/guide/services.md");

    @TestFactory
    Stream<DynamicTest> what_is_shown_runs_here() throws IOException {
        String sources = withoutIndentation(textOf("src/test/java") + textOf("src/test/proto"));
        return Pattern.compile("^```(?:java|protobuf)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> withoutIndentation(block.group(1)))
                .map(code -> dynamicTest(
                        code.lines().findFirst().orElseThrow(),
                        () -> assertThat(sources).contains(code)));
    }

    private static String textOf(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).map(GuideTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
