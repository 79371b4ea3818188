package dev.perigee.grpc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guide shows is so: its IDL is served, its schema on top is bound, its queries have the answers beside them. */
class GuideTest {
    private static final Path GUIDE = Path.of("../../docs/guide/grpc-graph.md");
    private static final String IDL = "src/test/proto/guide/shop.proto";

    private record Block(String language, String text) {}

    private static final List<Block> BLOCKS = new ArrayList<>();
    private static ShopGraph graph;

    @BeforeAll
    static void start() throws Exception {
        Matcher matcher = Pattern.compile("^```([a-z]+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        while (matcher.find()) BLOCKS.add(new Block(matcher.group(1), matcher.group(2)));
        List<Source> files = texts("graphqls").stream()
                .filter(text -> text.contains("extend type"))
                .map(text -> Source.of("guide.graphqls", text))
                .toList();
        graph = new ShopGraph(files);
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    private static List<String> texts(String language) {
        return BLOCKS.stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .toList();
    }

    @Test
    void the_idl_is_what_is_served() throws IOException {
        String served = Files.readString(Path.of(IDL));
        assertThat(texts("protobuf"))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(served).contains(part));
    }

    @Test
    void the_schema_is_what_comes_of_it() {
        List<String> shown = texts("graphqls").stream()
                .filter(text -> !text.contains("extend type"))
                .toList();
        assertThat(shown).isNotEmpty();
        for (String text : shown) {
            for (String definition : text.split("\n\n"))
                assertThat(graph.plain.schema()).contains(definition.strip());
        }
    }

    @TestFactory
    Stream<DynamicTest> queries_have_their_answers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < BLOCKS.size(); i++) {
            if (!BLOCKS.get(i).language().equals("graphql")) continue;
            String query = BLOCKS.get(i).text();
            String answer = textAt(i + 1, "json");
            String calls = textAt(i + 2, "text");
            tests.add(dynamicTest(query, () -> answers(query, answer, calls)));
        }
        assertThat(tests).hasSizeGreaterThan(3);
        return tests.stream();
    }

    private static String textAt(int index, String language) {
        assertThat(BLOCKS.get(index).language()).isEqualTo(language);
        return BLOCKS.get(index).text();
    }

    private static void answers(String query, String answer, String calls) {
        graph.shop.calls.clear();
        assertThat(onOneLine(graph.engine.execute(Request.of(query)).toString()))
                .isEqualTo(onOneLine(answer));
        assertThat(graph.shop.calls).containsExactlyInAnyOrder(calls.strip().split("\n"));
    }

    private static String onOneLine(String json) {
        return json.replaceAll("\\s+", "");
    }

    @TestFactory
    Stream<DynamicTest> code_is_that_of_sources() throws IOException {
        String sources;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/perigee/grpc/guide"))) {
            sources = String.join("\n", files.map(GuideTest::read).toList());
        }
        String all = withoutIndentation(sources);
        return texts("java").stream()
                .map(code -> dynamicTest(
                        code.lines().findFirst().orElseThrow(),
                        () -> assertThat(all.contains(withoutIndentation(code)))
                                .as(code)
                                .isTrue()));
    }

    @Test
    void methods_are_called_without_a_document() throws Exception {
        assertThat(graph.customer(1)).containsAllEntriesOf(Map.of("id", "1", "name", "Ada"));
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
