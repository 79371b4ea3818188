package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.execution.EngineLimits;
import dev.perigee.language.ParserLimits;
import dev.perigee.server.Cors;
import dev.perigee.server.DocumentSettings;
import dev.perigee.server.StreamSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final Path CASES = Path.of("src/test/resources/dev/perigee/cli/serve/settings");

    @TempDir
    private Path folder;

    /** Each folder has settings that are wrong, and all that is said about them. */
    @TestFactory
    @Timeout(10)
    Stream<DynamicTest> what_is_wrong() throws IOException {
        return Files.list(CASES).filter(Files::isDirectory).sorted().map(golden -> {
            return dynamicTest(golden.getFileName().toString(), () -> check(golden));
        });
    }

    private static void check(Path golden) throws IOException {
        ServeException wrong =
                catchThrowableOfType(ServeException.class, () -> SettingsReader.read(golden, Overrides.NONE));
        String problems = String.join("\n", wrong.problems()).replace(golden + "/", "") + "\n";
        Path expected = golden.resolve("problems.txt");
        String update = System.getProperty("golden.update");
        if (update != null && !update.equals("false")) Files.writeString(expected, problems);
        assertThat(problems).isEqualTo(Files.readString(expected));
    }

    @Test
    void the_least_that_is_needed() throws Exception {
        Path schema = write("schema.graphqls", "");
        assertThat(read("schema: schema.graphqls"))
                .isEqualTo(new Settings(
                        List.of(schema),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        "localhost",
                        8080,
                        Mode.DEVELOPMENT,
                        true,
                        true,
                        null,
                        null,
                        Transports.DEFAULT,
                        4 << 20,
                        ParserLimits.REQUEST,
                        EngineLimits.DEFAULT,
                        Duration.ofSeconds(10)));
    }

    @Test
    void all_that_there_is() throws Exception {
        Path post = write("schema/post.graphqls", "");
        Path user = write("schema/people/user.graphqls", "");
        Path classes = write("target/classes/A.class", "").getParent();
        Path b = write("target/lib/b.jar", "");
        Path a = write("target/lib/a.jar", "");
        write("queries/Hello.graphql", "{ hello }");
        write("documents.json", "{\"a1\": \"{ one }\"}");
        assertThat(read("""
            schema: [schema/*.graphqls, 'schema/**/*.graphqls']
            code: [target/classes, target/lib/*.jar]
            host: 127.0.0.1
            port: 0
            mode: production
            graphiql: true
            cors: { origins: ["https://a.example", "https://b.example"], credentials: true, maxAge: 10m }
            limits:
              requestBytes: 64KiB
              documentBytes: 10000
              tokens: 1000
              depth: 10
              plannedFields: 500
              validationErrors: 5
              responseBytes: 1 MiB
              timeout: 500ms
              cachedPlans: 50
            subscriptions:
              webSocket: true
              events: false
              initTimeout: 1s
              pings: 2s
              stall: 3s
              operations: 4
              connections: 5
              initHeaders: [authorization, X-Tenant]
            batches: 6
            documents: { automatic: 7KiB, trusted: [queries/*.graphql, documents.json], only: true }
            cacheControl: private, max-age=60
            gracePeriod: 0s
            """))
                .isEqualTo(new Settings(
                        List.of(post, user),
                        List.of(classes, a, b),
                        null,
                        null,
                        List.of(),
                        "127.0.0.1",
                        0,
                        Mode.PRODUCTION,
                        true,
                        false,
                        new Cors(List.of("https://a.example", "https://b.example"), true, Duration.ofMinutes(10)),
                        null,
                        new Transports(
                                new StreamSettings(
                                        true,
                                        false,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(3),
                                        4,
                                        5,
                                        Set.of("authorization", "x-tenant")),
                                6,
                                new DocumentSettings(7 << 10, Map.of("Hello", "{ hello }", "a1", "{ one }"), true),
                                "private, max-age=60"),
                        64 << 10,
                        new ParserLimits(10_000, 1000, 10),
                        new EngineLimits(500, 5, 1 << 20, Duration.ofMillis(500), 50),
                        Duration.ZERO));
    }

    @Test
    void production_is_without_graphiql_and_for_all() throws Exception {
        write("schema.graphqls", "");
        Settings settings = read("{schema: schema.graphqls, mode: production}");
        assertThat(settings.hasGraphiql()).isFalse();
        assertThat(settings.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void the_command_line_comes_first() throws Exception {
        write("schema.graphqls", "");
        write(SettingsReader.FILE_NAME, "{schema: schema.graphqls, port: 1, host: a, mode: development}");
        Settings settings = SettingsReader.read(folder, new Overrides(2, "b", Mode.PRODUCTION));
        assertThat(settings.port()).isEqualTo(2);
        assertThat(settings.host()).isEqualTo("b");
        assertThat(settings.mode()).isEqualTo(Mode.PRODUCTION);
        assertThat(settings.hasGraphiql()).isFalse();
    }

    @Test
    void aliases_may_be_used() throws Exception {
        Path schema = write("schema.graphqls", "");
        assertThat(read("schema: &files [schema.graphqls]\ncode: *files").code())
                .containsExactly(schema);
    }

    @Test
    void no_file() {
        MissingSettingsException wrong =
                catchThrowableOfType(MissingSettingsException.class, () -> SettingsReader.read(folder, Overrides.NONE));
        assertThat(wrong)
                .hasMessage("There is no " + folder.resolve("perigee.yaml")
                        + ". Make one that says where the schema is, and the Java code if there is any:\n"
                        + "    schema: schema.graphqls\n"
                        + "    code: [target/classes]");
    }

    @Test
    void no_folder() {
        Path nowhere = folder.resolve("nowhere");
        MissingSettingsException wrong = catchThrowableOfType(
                MissingSettingsException.class, () -> SettingsReader.read(nowhere, Overrides.NONE));
        assertThat(wrong)
                .hasMessage("There is no folder " + nowhere + ". Name the one with the perigee.yaml to serve.");
    }

    @Test
    void code_that_is_not_built() throws Exception {
        write("schema.graphqls", "");
        write("pom.xml", "<project/>");
        assertThat(catchThrowableOfType(
                        ServeException.class,
                        () -> read("schema: schema.graphqls\ncode: [target/classes, 'lib/*.jar']")))
                .hasMessage(folder + "/perigee.yaml:2:8: There is no " + folder
                        + "/target/classes. Build it first: mvn -f " + folder + "/pom.xml package.\n"
                        + folder + "/perigee.yaml:2:24: Nothing in " + folder
                        + " matches \"lib/*.jar\". Build it first: mvn -f " + folder + "/pom.xml package.");
    }

    @Test
    void code_of_a_module_that_is_not_built() throws Exception {
        write("pom.xml", "<project><modules><module>examples/blog</module></modules></project>");
        Path blog = write("examples/blog/pom.xml", "<project/>").getParent();
        assertThat(BuildHint.of(blog)).isEqualTo(": mvn -f " + folder + "/pom.xml -pl examples/blog -am package");
        assertThat(BuildHint.of(folder.resolve("examples"))).isEmpty();
    }

    @Test
    void a_file_that_is_not_utf8_or_too_long() throws Exception {
        Files.write(folder.resolve("perigee.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
        assertThat(catchThrowableOfType(ServeException.class, () -> SettingsReader.read(folder, Overrides.NONE)))
                .hasMessage(folder + "/perigee.yaml:1:1: The file is not UTF-8.");
        Files.write(folder.resolve("perigee.yaml"), new byte[(1 << 20) + 1]);
        assertThat(catchThrowableOfType(ServeException.class, () -> SettingsReader.read(folder, Overrides.NONE)))
                .hasMessage(folder + "/perigee.yaml:1:1: The file is longer than 1048576 bytes.");
    }

    private Settings read(String yaml) throws Exception {
        write(SettingsReader.FILE_NAME, yaml);
        return SettingsReader.read(folder, Overrides.NONE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
