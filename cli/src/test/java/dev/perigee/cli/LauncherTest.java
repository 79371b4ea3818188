package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code perigee} at the top of the project. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path folder;

    private Checkout checkout;
    private Path nowhere;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(folder);
        nowhere = folder.resolve("nowhere");
    }

    private CommandRun run(Path javaHome, String... arguments) throws Exception {
        return checkout.run(checkout.home.resolve("perigee"), javaHome, arguments);
    }

    @Test
    void starts_the_command_and_ends_as_it_does() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));

        CommandRun version = run(jdk, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).isEqualTo(CommandRun.of("--version").out());
        assertThat(version.exitCode()).isZero();
        assertThat(run(jdk, "lex", "no such file"))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read no such file: there is no such file\n"));
    }

    @Test
    void arguments_stay_as_they_are_and_options_are_split() throws Exception {
        CommandRun run = run(checkout.jdk(folder.resolve("a jdk"), "21.0.2"), "query", "{ a }", "", "*", "$HOME");

        assertThat(run.out())
                .contains("\n-Xshare:off\n-Dlauncher=tested\n")
                .endsWith(
                        "\n-jar\n" + checkout.home.resolve("cli/target/perigee.jar") + "\nquery\n{ a }\n\n*\n$HOME\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(7);
    }

    @Test
    void may_be_started_through_symbolic_links() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first"), Path.of("a checkout", "perigee"));
        Path second = Files.createSymbolicLink(checkout.root.resolve("second"), link);

        CommandRun run = checkout.run(second, checkout.jdk(folder.resolve("jdk"), "25"), "lex");

        assertThat(run.out()).endsWith("\n-jar\n" + checkout.home.resolve("cli/target/perigee.jar") + "\nlex\n");
    }

    @Test
    void takes_the_newest_jdk_unless_java_home_is_new_enough() throws Exception {
        Path old = checkout.jdk(folder.resolve("17"), "17.0.1");
        Path enough = checkout.jdk(folder.resolve("21"), "21.0.1");
        checkout.jdk(checkout.root.resolve("usr/lib/jvm/java-21"), "21.0.9");
        Path newest = checkout.jdk(checkout.root.resolve("usr/lib/jvm/java-25"), "25");

        assertThat(run(old).out()).startsWith(newest + "\n");
        assertThat(run(nowhere).out()).startsWith(newest + "\n");
        assertThat(run(enough).out()).startsWith(enough + "\n");
    }

    @Test
    void says_what_to_install_where_there_is_no_jdk() throws Exception {
        CommandRun none = new CommandRun(1, "", """
            perigee: no JDK 21 or newer found.
            perigee: Install one (adoptium.net has builds for all systems) or set JAVA_HOME to where it is.
            """);

        assertThat(run(nowhere)).isEqualTo(none);
        assertThat(run(checkout.jdk(folder.resolve("17"), "17.0.1"))).isEqualTo(none);
    }

    @Test
    void builds_what_changed_and_only_then() throws Exception {
        Path jdk = checkout.jdk(folder.resolve("jdk"), "21");
        checkout.maven("printf '%s ' \"$@\" >>builds\n");
        Path builds = checkout.home.resolve("builds");

        assertThat(run(jdk).err()).isEmpty();
        assertThat(builds).doesNotExist();
        Files.createDirectories(checkout.home.resolve("core/src/main/java"));
        assertThat(run(jdk, "lex"))
                .satisfies(run -> assertThat(run.err()).isEqualTo("perigee: building what changed ... done.\n"))
                .satisfies(run -> assertThat(run.out()).endsWith("\nlex\n"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(7));
        assertThat(builds).content().endsWith(" package ");
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log() throws Exception {
        Path jdk = checkout.jdk(folder.resolve("jdk"), "21");
        Files.delete(checkout.home.resolve("target/perigee.built"));
        Path log = checkout.home.resolve("target/perigee-build.log");

        assertThat(run(jdk, "lex")).isEqualTo(new CommandRun(1, "", """
            perigee: building needs Maven 3.8 or newer, and there is no mvn on the PATH.
            perigee: Install it (Debian: apt install maven, macOS: brew install maven).
            """));
        checkout.maven("echo compiling\necho it does not compile >&2\nexit 3\n");
        assertThat(run(jdk, "lex")).isEqualTo(new CommandRun(1, "", """
            perigee: building, this once takes a minute or two ... failed. The end of $log:
            compiling
            it does not compile
            """.replace("$log", log.toString())));
        assertThat(checkout.home.resolve("target/perigee.lock")).doesNotExist();
    }
}
