package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void generates_begins_and_says_so() throws IOException {
        write("type Query { hello(name: String!): String! }");
        Path out = folder.resolve("out");
        Path sources = folder.resolve("src");
        CommandRun run = CommandRun.of(
                "generate", folder.toString(), "--output", out.toString(), "--skeletons", sources.toString());
        assertThat(run)
                .isEqualTo(new CommandRun(
                        0, out + ": 4 written, 0 unchanged, 0 deleted, 1 begun in " + sources + "\n", ""));
        assertThat(out.resolve("com/example/QueryRoots.java")).content().contains("String hello(String name, Context");
        assertThat(sources.resolve("com/example/QueryAnswers.java")).exists();
        assertThat(CommandRun.of(
                                "generate",
                                folder.toString(),
                                "--output",
                                out.toString(),
                                "--skeletons",
                                sources.toString())
                        .out())
                .isEqualTo(out + ": nothing has changed\n");
    }

    @Test
    void what_does_not_fit_is_told_with_its_place() throws IOException {
        write("type Query {\n  hello: Strin\n}\n");
        CommandRun run = CommandRun.of("generate", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("schema.graphqls:2:10: ").contains("Did you mean \"String\"?");
    }

    @Test
    void a_folder_without_settings() {
        CommandRun run = CommandRun.of("generate", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("perigee: There is no " + folder.resolve("perigee.yaml") + ". Make one");
    }

    @Test
    void the_current_folder_unless_another_is_given() {
        CommandRun run = CommandRun.of("generate");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no " + Path.of(".").resolve("perigee.yaml"));
    }

    private void write(String schema) throws IOException {
        Files.writeString(
                folder.resolve("perigee.yaml"), "schema: schema.graphqls\ngenerate: {package: com.example}\n");
        Files.writeString(folder.resolve("schema.graphqls"), schema);
    }
}
