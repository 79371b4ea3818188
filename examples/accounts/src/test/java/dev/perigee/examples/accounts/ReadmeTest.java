package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The queries of the README have the answers that it shows, by as many statements as it says; its code is the sources'. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern QUERY = Pattern.compile(
            "^```graphql\n# sql=(?<statements>\\d+)\n(?<query>.*?)^```\n\n```json\n(?<answer>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static RunningAccounts accounts;

    @BeforeAll
    static void start() throws Exception {
        accounts = new RunningAccounts();
    }

    @AfterAll
    static void stop() throws Exception {
        accounts.close();
    }

    @TestFactory
    Stream<DynamicTest> queriesHaveTheirAnswers() throws IOException {
        return QUERY.matcher(Files.readString(README))
                .results()
                .map(block ->
                        dynamicTest(block.group("query").lines().findFirst().orElseThrow(), () -> runs(block)));
    }

    private static void runs(MatchResult block) {
        accounts.statements.take();
        var response = accounts.run(block.group("query"));
        assertThat(response).hasToString("{\"data\":" + withoutSpace(block.group("answer")) + "}");
        assertThat(accounts.statements.take()).hasSize(Integer.parseInt(block.group("statements")));
    }

    /** The answer is shown over several lines; no text in it has spaces beside punctuation. */
    private static String withoutSpace(String answer) {
        return answer.strip().replaceAll("\\s*([\\[\\]{}:,])\\s*", "$1");
    }

    @Test
    void codeIsThatOfSources() throws IOException {
        var blocks = CODE.matcher(Files.readString(README)).results().toList();
        assertThat(blocks).isNotEmpty();
        for (var block : blocks) {
            String code = block.group(1);
            assertThat(sources()).as(code).anyMatch(source -> source.contains(withoutIndentation(code)));
        }
    }

    private static Stream<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources = files.filter(Files::isRegularFile).toList();
            return sources.stream().map(ReadmeTest::read);
        }
    }

    private static String read(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }
}
