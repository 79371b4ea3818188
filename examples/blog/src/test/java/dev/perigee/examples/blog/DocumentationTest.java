package dev.perigee.examples.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.execution.Request;
import dev.perigee.language.OperationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the documentation shows is what there is: operations run and cost what it says, code is that of source files. */
class DocumentationTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path GUIDE = ROOT.resolve("docs/guide/data-layer.md");
    private static final BackendCalls CALLS = new BackendCalls();
    private static RunningBlog blog;

    @BeforeAll
    static void start() throws Exception {
        blog = RunningBlog.start(CALLS);
    }

    @AfterAll
    static void stop() throws Exception {
        blog.close();
    }

    @TestFactory
    Stream<DynamicTest> operationsRun() throws IOException {
        return Stream.concat(blocks(Path.of("README.md"), "graphql"), blocks(GUIDE, "graphql"))
                .filter(block -> !block.startsWith("subscription"))
                .map(block -> dynamicTest(title(block), () -> runs(block)));
    }

    private static void runs(String document) {
        CALLS.reset();
        var response = blog.engine.execute(Request.of(document));
        assertThat(response.errors()).isEmpty();
        if (response.summary().operation() == OperationType.QUERY) {
            assertThat(CALLS.counted())
                    .isEqualTo(declaredCalls(document))
                    .isEqualTo(response.summary().calls());
        }
    }

    /** From a first line such as {@code # sql=1 grpc=2}. */
    private static Map<String, Integer> declaredCalls(String document) {
        var calls = new TreeMap<String, Integer>();
        var firstLine = document.lines().findFirst().orElseThrow();
        for (var call : firstLine.replace("# ", "").split(" ")) {
            var parts = call.split("=");
            calls.put(parts[0], Integer.valueOf(parts[1]));
        }
        return calls;
    }

    @TestFactory
    Stream<DynamicTest> codeIsThatOfSources() throws IOException {
        var sources = sources();
        return blocks(GUIDE, "java")
                .map(block -> dynamicTest(
                        title(block),
                        () -> assertThat(sources)
                                .as("No source file has this code of %s:%n%s", GUIDE, block)
                                .anyMatch(source -> source.contains(withoutIndentation(block)))));
    }

    /** All Java sources of the repository. */
    private static Iterable<String> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("src/main/java"))
                    .map(file -> withoutIndentation(read(file)))
                    .toList();
        }
    }

    /** The code blocks of a language in a Markdown file. */
    private static Stream<String> blocks(Path file, String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(read(file))
                .results()
                .map(match -> match.group(1));
    }

    private static String withoutIndentation(String code) {
        return String.join(
                "\n", Arrays.stream(code.split("\n")).map(String::strip).toList());
    }

    private static String title(String block) {
        return block.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("/*"))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
