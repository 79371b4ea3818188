package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands that the guides show print what the guides say. {@code -Dgolden.update} writes into the guides what they
 * print now.
 */
final class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUIDES = ROOT.resolve("docs/guide");

    /** A block with one command and what it prints. */
    private static final Pattern COMMAND =
            Pattern.compile("```console\n\\$ perigee ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        List<Path> guides;
        try (Stream<Path> files = Files.list(GUIDES)) {
            guides = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        return guides.stream().flatMap(GuideTest::commandsOf);
    }

    private static Stream<DynamicTest> commandsOf(Path guide) {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher command = COMMAND.matcher(read(guide));
        while (command.find()) {
            String line = command.group(1);
            String expected = command.group(2);
            tests.add(dynamicTest(guide.getFileName() + ": " + line, () -> check(guide, line, expected)));
        }
        return tests.stream();
    }

    private static void check(Path guide, String line, String expected) throws IOException {
        String printed = run(line);
        if (System.getProperty("golden.update") != null) {
            String before = "```console\n$ perigee " + line + "\n";
            Files.writeString(guide, read(guide).replace(before + expected + "```", before + printed + "```"));
        } else {
            assertThat(printed).isEqualTo(expected);
        }
    }

    /** Runs a command as from the root of the project, and gives all that it prints. */
    private static String run(String line) {
        String[] arguments = Arrays.stream(line.split(" "))
                .map(argument ->
                        argument.startsWith("docs/") ? ROOT.resolve(argument).toString() : argument)
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(arguments);
        return (run.out() + run.err()).replace(ROOT + "/docs/", "docs/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
