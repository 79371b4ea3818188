package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.data.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The queries of the README have the answers that it shows, by as many calls and statements as it says, and the same without
 * a network; its code is the sources'.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern QUERY = Pattern.compile(
            "^```graphql\n# calls=(?<calls>\\d+) sql=(?<statements>\\d+)(?: as=(?<name>\\w+))?\n(?<query>.*?)^```$"
                    + "(?:\n\n```json\n(?<answer>.*?)^```$)?",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TEXT_OR_SPACE = Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|\\s+");
    private static final Pattern CODE = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static RunningMoongate onPorts;
    private static RunningMoongate inProcess;

    @BeforeAll
    static void start() throws Exception {
        onPorts = RunningMoongate.onPorts();
        inProcess = RunningMoongate.inProcess();
    }

    @AfterAll
    static void stop() throws Exception {
        onPorts.close();
        inProcess.close();
    }

    @TestFactory
    Stream<DynamicTest> queriesHaveTheirAnswers() throws IOException {
        return QUERY.matcher(Files.readString(README))
                .results()
                .map(block -> dynamicTest(
                        block.group("query").lines().skip(1).findFirst().orElseThrow(), () -> runs(block)));
    }

    private static void runs(MatchResult block) {
        String response = run(block, onPorts);
        assertThat(run(block, inProcess)).isEqualTo(response);
        String answer = block.group("answer");
        if (answer != null) assertThat(response).isEqualTo(asResponse(withoutSpace(answer)));
    }

    private static String run(MatchResult block, RunningMoongate moongate) {
        String name = block.group("name");
        Headers headers = name == null ? Headers.NONE : moongate.headersOf(name);
        // With a line in front, as the README has it: errors tell where they are.
        String response = moongate.run("#\n" + block.group("query"), headers).toString();
        assertThat(moongate.calls.take()).as(response).hasSize(Integer.parseInt(block.group("calls")));
        assertThat(moongate.statements.take()).hasSize(Integer.parseInt(block.group("statements")));
        return response;
    }

    private static String asResponse(String answer) {
        return answer.startsWith("{\"errors\"") ? answer : "{\"data\":" + answer + "}";
    }

    /** The answer is shown over several lines; texts in it keep their spaces. */
    private static String withoutSpace(String answer) {
        return TEXT_OR_SPACE.matcher(answer).replaceAll("$1");
    }

    @Test
    void codeIsThatOfSources() throws IOException {
        var blocks = CODE.matcher(Files.readString(README)).results().toList();
        assertThat(blocks).isNotEmpty();
        List<String> sources;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(Files::isRegularFile).map(ReadmeTest::read).toList();
        }
        for (var block : blocks) assertThat(sources).anyMatch(source -> source.contains(block.group(1)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
