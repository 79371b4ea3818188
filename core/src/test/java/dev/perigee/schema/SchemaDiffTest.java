package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.language.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder is a case: {@code before.graphql}, {@code after.graphql}, {@code changes.txt}. */
class SchemaDiffTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/perigee/schema/diff");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return Files.list(FOLDER)
                .sorted()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        Schema before = read(Files.readString(folder.resolve("before.graphql")));
        Schema after = read(Files.readString(folder.resolve("after.graphql")));
        String changes = print(SchemaDiff.between(before, after));
        Path golden = folder.resolve("changes.txt");
        if (System.getProperty("golden.update") != null) Files.writeString(golden, changes);
        assertThat(changes).isEqualTo(Files.readString(golden));
    }

    private static String print(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> change.severity() + " " + change.coordinate() + ": " + change.message() + "\n")
                .collect(Collectors.joining());
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_schema_has_no_changes_to_itself(long seed) {
        Schema schema = read(RandomSchemas.sdl(seed, 6));
        assertThat(SchemaDiff.between(schema, read(SchemaPrinter.print(schema))))
                .isEmpty();
    }

    /** Whatever is added one way is removed the other way. */
    @ParameterizedTest
    @MethodSource("seeds")
    void both_ways_see_the_same_places(long seed) {
        Schema one = read(RandomSchemas.sdl(seed, 4));
        Schema other = read(RandomSchemas.sdl(seed + 1, 4));
        assertThat(coordinates(SchemaDiff.between(one, other))).isEqualTo(coordinates(SchemaDiff.between(other, one)));
    }

    private static List<String> coordinates(List<SchemaChange> changes) {
        return changes.stream()
                .map(SchemaChange::coordinate)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void the_worst_comes_first() {
        Schema before = read("type Query { a: Int b: Int c: E } enum E { A }");
        Schema after = read("type Query { z: Int b: Int! c: E } enum E { A B }");
        assertThat(SchemaDiff.between(before, after))
                .extracting(SchemaChange::severity)
                .containsExactly(
                        ChangeSeverity.BREAKING, ChangeSeverity.DANGEROUS, ChangeSeverity.SAFE, ChangeSeverity.SAFE);
    }

    private static Schema read(String sdl) {
        return Schema.of(Source.of("test", sdl));
    }
}
