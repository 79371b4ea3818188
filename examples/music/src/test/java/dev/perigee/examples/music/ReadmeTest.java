package dev.perigee.examples.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the README have the answers, and cost the statements, that it says. {@code -Dgolden.update} writes them. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUERY = Pattern.compile(
            "```graphql\n# (sql=[0-9]+)\n(query ([A-Za-z]+).*?)```\n\n```json\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private static ServedMusic music;

    @BeforeAll
    static void start() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("music");
        CreateMusic.main(new String[] {url});
        music = ServedMusic.database(url);
    }

    @AfterAll
    static void stop() {
        music.close();
    }

    @TestFactory
    Stream<DynamicTest> queries() throws IOException {
        return QUERY.matcher(Files.readString(README))
                .results()
                .map(query -> dynamicTest(query.group(3), () -> check(query)));
    }

    private static void check(MatchResult query) throws Exception {
        JsonNode answer = music.ask(query.group(2));
        String calls = music.calls();
        if (System.getProperty("golden.update") != null) {
            String now = query.group()
                    .replace("# " + query.group(1) + "\n", "# " + calls + "\n")
                    .replace("```json\n" + query.group(4), "```json\n" + pretty(answer) + "\n");
            Files.writeString(README, Files.readString(README).replace(query.group(), now));
        } else {
            assertThat(answer).isEqualTo(JSON.readTree(query.group(4)));
            assertThat(calls).isEqualTo(query.group(1));
        }
    }

    private static String pretty(JsonNode answer) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }
}
