package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void without_a_subcommand_the_usage_is_shown_and_the_code_says_so() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: perigee [-hV] [COMMAND]").contains("lex", "parse", "format");
    }

    @Test
    void help_and_version_are_well() {
        assertThat(CommandRun.of("--help").exitCode()).isZero();
        assertThat(CommandRun.of("--help").out()).startsWith("Usage: perigee ");
        assertThat(CommandRun.of("lex", "--help").out())
                .startsWith("Usage: perigee lex ")
                .contains("Exit code: 0");
        assertThat(CommandRun.of("help", "lex").out())
                .isEqualTo(CommandRun.of("lex", "--help").out());
        assertThat(CommandRun.of("--version").out()).matches("perigee .+\nJava \\d.+\n");
    }

    @Test
    void wrong_usage_is_explained_in_a_few_lines() {
        assertThat(CommandRun.of("frmat").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("frmat").err())
                .startsWith("perigee: Unmatched argument at index 0: 'frmat'\nDid you mean: perigee format")
                .endsWith("\nTry \"perigee --help\" for what it takes.\n");
        assertThat(CommandRun.of("lex")).isEqualTo(new CommandRun(2, "", """
            perigee: Missing required parameter: 'FILE'
            Try "perigee lex --help" for what it takes.
            """));
        assertThat(CommandRun.of("lex", "--jsn", "-").exitCode()).isEqualTo(2);
    }

    @Test
    void too_little_memory_is_said_without_a_trace() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = Main.run(Console.of(endless, OutputStream.nullOutputStream(), err), "lex", "-");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith("perigee: There is not enough memory.")
                .hasLineCount(1);
    }

    @Test
    void a_completion_script_is_printed() {
        CommandRun run = CommandRun.of("completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("#!").contains("complete ", "perigee", "format");
    }

    @Test
    void the_readme_names_all_commands() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String tools = readme.substring(readme.indexOf("- **Tools**"), readme.indexOf("- **A server**"));
        Matcher command = Pattern.compile("(?m)^  (\\w+) {2,}\\S")
                .matcher(CommandRun.of("--help").out().split("Commands:\n", 2)[1]);

        assertThat(command.results().map(found -> found.group(1)))
                .contains("lex", "help")
                .allSatisfy(name -> assertThat(tools).containsPattern("[` ]" + name + "[` ]"));
    }
}
