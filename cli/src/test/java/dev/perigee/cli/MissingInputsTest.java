package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named on a command line and is not there is wrong usage, exit code 2, whatever the command. */
class MissingInputsTest {
    private static final String SERVER = "http://localhost:1/graphql"; // never called: files are read first

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("schema.graphqls"), "type Query { a: Int }");
        Files.writeString(folder.resolve("query.graphql"), "{ a }");
        Files.writeString(folder.resolve("a.proto"), "syntax = \"proto3\";");
        Files.createDirectory(folder.resolve("empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lex $none",
                "parse $none",
                "format $none",
                "format --check $none",
                "format --write $none",
                "validate -s $here/schema.graphqls $none",
                "validate -s $none $here/query.graphql",
                "query -s $here/schema.graphqls $none",
                "query -s $none $here/query.graphql",
                "query -s $here/schema.graphqls --data $none $here/query.graphql",
                "query -s $here/schema.graphqls --variables @$none $here/query.graphql",
                "query --url $server $none",
                "query --url $server -s $none $here/query.graphql",
                "subscribe --url $server $none",
                "subscribe --url $server -s $none $here/query.graphql",
                "plan -s $here/schema.graphqls $none",
                "plan -s $none $here/query.graphql",
                "schema print $none",
                "schema print $none.proto",
                "schema print $none.binpb",
                "schema print --proto $none",
                "schema print --proto $here/a.proto --proto-path $none",
                "schema print --descriptors $none",
                "schema check $none",
                "schema check $none.proto",
                "schema check $none.binpb",
                "schema diff $here/schema.graphqls $none",
                "schema diff $none.proto $here/schema.graphqls",
                "serve --grpc localhost:1 --proto $none",
                "serve --grpc localhost:1 --descriptors $none",
                "token --url $server --client a --secret-file $none",
            })
    void a_file(String command) {
        CommandRun run = run(command);

        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches("perigee: Can't read \\Q" + folder.resolve("none") + "\\E[.a-z]*: there is no such file\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve $here/$name",
                "ddl $here/$name",
                "generate $here/$name",
                "plan --graph $here/$name $here/query.graphql",
                "schema print --graph $here/$name",
            })
    void a_folder_or_the_settings_in_it(String command) {
        for (String name : new String[] {"none", "empty"}) {
            CommandRun run = run(command.replace("$name", name));

            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("perigee: There is no ").contains(folder.resolve(name) + "");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve $here", "ddl $here", "generate $here", "schema print --graph $here"})
    void what_settings_name_makes_them_wrong(String command) throws IOException {
        Files.writeString(folder.resolve("perigee.yaml"), """
            schema: none.graphqls
            code: none.jar
            generate: {package: com.example}
            """);

        CommandRun run = run(command);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(folder.resolve("perigee.yaml:1:9: ").toString());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void the_settings_that_a_client_is_added_to() {
        String none = folder.resolve("none.yaml").toString();

        assertThat(CommandRun.of("client", "add", "app", "--file", none))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read or write " + none + ": there is no such file\n"));
    }

    private CommandRun run(String command) {
        return CommandRun.of(Arrays.stream(command.split(" "))
                .map(argument -> argument.replace("$here", folder.toString())
                        .replace("$none", folder.resolve("none").toString())
                        .replace("$server", SERVER))
                .toArray(String[]::new));
    }
}
