package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    private static final String UNFORMATTED = "# why\n{a(b:1,c:2) # what\n}";
    private static final String FORMATTED = "# why\n{\n  a(b: 1, c: 2) # what\n}\n";

    @TempDir
    Path folder;

    private Path unformatted;
    private Path formatted;
    private Path wrong;

    @BeforeEach
    void files() throws IOException {
        unformatted = Files.writeString(folder.resolve("unformatted.graphql"), UNFORMATTED);
        formatted = Files.writeString(folder.resolve("formatted.graphql"), FORMATTED);
        wrong = Files.writeString(folder.resolve("wrong.graphql"), "{ a");
    }

    @Test
    void prints_formatted_text() {
        assertThat(CommandRun.withInput(UNFORMATTED, "format", "-")).isEqualTo(new CommandRun(0, FORMATTED, ""));
    }

    @Test
    void several_files_are_printed_as_one_formatted_document() throws IOException {
        Path types = Files.writeString(folder.resolve("types.graphqls"), "scalar A scalar B # last");

        CommandRun run = CommandRun.of(
                "format", unformatted.toString(), wrong.toString(), types.toString(), formatted.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(FORMATTED + "\nscalar A\n\nscalar B # last\n\n" + FORMATTED);
        assertThat(CommandRun.withInput(run.out(), "format", "--check", "-")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void check_names_what_is_not_formatted_and_changes_nothing() throws IOException {
        assertThat(CommandRun.of("format", "--check", formatted.toString())).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.of("format", "--check", unformatted.toString(), formatted.toString()))
                .isEqualTo(new CommandRun(1, unformatted + "\n", ""));
        assertThat(CommandRun.withInput(UNFORMATTED, "format", "--check", "-")).isEqualTo(new CommandRun(1, "-\n", ""));
        assertThat(unformatted).hasContent(UNFORMATTED);
    }

    @Test
    void write_changes_files_and_names_those_that_changed() {
        assertThat(CommandRun.of("format", "--write", formatted.toString(), unformatted.toString()))
                .isEqualTo(new CommandRun(0, unformatted + "\n", ""));
        assertThat(unformatted).hasContent(FORMATTED);
        assertThat(CommandRun.of("format", "--write", unformatted.toString())).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void what_is_wrong_is_shown_and_left_alone_and_the_others_are_formatted() {
        assertThat(CommandRun.of("format", "--write", wrong.toString(), unformatted.toString()))
                .isEqualTo(new CommandRun(1, unformatted + "\n", """
                    $wrong:1:4: Expected a field or "...", found the end of the document.
                    { a
                       ^
                    """.replace("$wrong", wrong.toString())));
        assertThat(wrong).hasContent("{ a");
    }

    @Test
    void check_and_write_exclude_each_other_and_standard_input_can_not_be_written() {
        assertThat(CommandRun.of("format", "--check", "--write", formatted.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.withInput("{a}", "format", "--write", "-")).isEqualTo(new CommandRun(2, "", """
            perigee: The standard input (-) can't be written.
            Try "perigee format --help" for what it takes.
            """));
    }
}
