package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an update writes, leaves and deletes. */
class IncrementalTest {
    @TempDir
    private Path folder;

    private Path generated;

    @BeforeEach
    void write() throws IOException {
        generated = folder.resolve("target/generated-sources/perigee/com/example/graph");
        schema("type Query { todo: Todo } type Todo { a(b: Int): Int } type Other { a: Int }");
        Files.writeString(
                folder.resolve("perigee.yaml"), "schema: schema.graphqls\ngenerate: {package: com.example.graph}\n");
    }

    @Test
    void only_what_changes_is_written() throws Exception {
        Outcome first = update();
        assertThat(first.written()).isPositive();
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(generated.resolve("Other.java"), old);
        Files.setLastModifiedTime(generated.resolve("TodoResolver.java"), old);
        assertThat(update().isCurrent()).isTrue();
        schema("type Query { todo: Todo } type Todo { a(c: Int): Int } type Other { a: Int }");
        assertThat(update()).isEqualTo(new Outcome(2, first.written() - 2, 0, 0));
        assertThat(Files.getLastModifiedTime(generated.resolve("Other.java"))).isEqualTo(old);
        assertThat(generated.resolve("TodoResolver.java")).content().contains("Integer c");
    }

    @Test
    void what_was_changed_or_deleted_by_hand_is_made_anew() throws Exception {
        update();
        Files.writeString(generated.resolve("Other.java"), "changed");
        Files.delete(generated.resolve("Todo.java"));
        assertThat(update().written()).isEqualTo(2);
        assertThat(generated.resolve("Other.java")).content().contains("record Other");
    }

    @Test
    void what_is_no_longer_generated_is_deleted_and_nothing_else() throws Exception {
        update();
        Files.writeString(generated.resolve("Mine.java"), "class Mine {}");
        schema("type Query { todo: Todo } type Todo { a(b: Int): Int }");
        assertThat(update().deleted()).isEqualTo(2);
        assertThat(generated.resolve("Other.java")).doesNotExist();
        assertThat(generated.resolve("OtherFields.java")).doesNotExist();
        assertThat(generated.resolve("Mine.java")).exists();
    }

    @Test
    void a_file_of_somebody_else_is_not_overwritten() throws Exception {
        Files.createDirectories(generated);
        Files.writeString(generated.resolve("Todo.java"), "class Todo {}");
        assertThatThrownBy(this::update)
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("Todo.java is in the way of what is to be generated");
        assertThat(generated.resolve("Todo.java")).content().isEqualTo("class Todo {}");
        assertThat(generated.resolve("Other.java")).doesNotExist();
    }

    @Test
    void a_list_that_leads_elsewhere_deletes_nothing() throws Exception {
        update();
        Path outside = folder.resolve("target/Outside.java");
        Files.writeString(outside, "class Outside {}");
        Path list = folder.resolve("target/generated-sources/perigee/perigee-generated.txt");
        Files.writeString(list, Files.readString(list) + Fingerprint.of("class Outside {}") + " ../../Outside.java\n");
        schema("type Query { a: Int }");
        update();
        assertThat(outside).exists();
    }

    @Test
    void skeletons_are_written_once() throws Exception {
        Path sources = folder.resolve("src");
        var overrides = new GeneratorOverrides(List.of(), null, sources);
        Path answers = sources.resolve("com/example/graph/TodoAnswers.java");
        assertThat(Generator.update(GeneratorSettingsReader.read(folder, overrides))
                        .started())
                .isEqualTo(2);
        assertThat(answers).content().contains("class TodoAnswers implements TodoResolver");
        CompiledSources.check(folder.resolve("classes"), sources, folder.resolve("target/generated-sources/perigee"));
        Files.writeString(answers, "mine");
        schema("type Query { todo: Todo } type Todo { a(d: Int): Int }");
        assertThat(Generator.update(GeneratorSettingsReader.read(folder, overrides))
                        .started())
                .isZero();
        assertThat(answers).content().isEqualTo("mine");
    }

    private Outcome update() throws CodegenException, IOException {
        return Generator.update(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE));
    }

    private void schema(String sdl) throws IOException {
        Files.writeString(folder.resolve("schema.graphqls"), sdl);
    }
}
