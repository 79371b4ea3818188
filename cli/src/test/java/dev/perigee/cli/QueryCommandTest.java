package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryCommandTest {
    @TempDir
    private Path folder;

    private String schema;
    private String data;

    @BeforeEach
    void write() throws IOException {
        schema = write("schema.graphqls", """
            type Query { pets(first: Int = 3): [Pet!], count: Int!, hello(name: String!): String }
            type Subscription { pet: Pet }
            interface Pet { name: String! }
            type Cat implements Pet { name: String!, lives: Int }
            type Dog implements Pet { name: String! }
            """);
        data = write("data.json", """
            {"pets": [{"__typename": "Cat", "name": "Tom", "lives": 7}, {"__typename": "Dog", "name": "Rex"}],
             "count": "many", "hello": "hi"}
            """);
    }

    @Test
    void prints_a_response_for_each_file_in_their_order() throws IOException {
        String pets = write("pets.graphql", "{ pets { __typename name ... on Cat { lives } } }");
        String hello = write("hello.graphql", "query($name: String!) { hello(name: $name) }");
        CommandRun run = CommandRun.of(
                "query", "--schema", schema, "--data", data, "--variables", "{\"name\": \"Ada\"}", pets, hello);
        assertThat(run.out()).isEqualTo("""
            {"data":{"pets":[{"__typename":"Cat","name":"Tom","lives":7},{"__typename":"Dog","name":"Rex"}]}}
            {"data":{"hello":"hi"}}
            """);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void answers_introspection_without_data() {
        CommandRun run = CommandRun.withInput("{ __type(name: \"Cat\") { name } }", "query", "--schema", schema, "-");
        assertThat(run).isEqualTo(new CommandRun(0, "{\"data\":{\"__type\":{\"name\":\"Cat\"}}}\n", ""));
    }

    @Test
    void a_response_with_errors_is_printed_and_gives_1() {
        CommandRun run = CommandRun.withInput("{ count }", "query", "--schema", schema, "--data", data, "-");
        assertThat(run.out())
                .isEqualTo("{\"errors\":[{\"message\":\"Int cannot represent value: \\\"many\\\"\","
                        + "\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"count\"],"
                        + "\"extensions\":{\"code\":\"INVALID_RESULT\"}}],\"data\":null}\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void broken_documents_of_any_kind_are_responses_with_errors() throws IOException {
        Path notUtf8 = folder.resolve("latin1.graphql");
        Files.write(notUtf8, new byte[] {'{', ' ', 'a', (byte) 0xE9, '}'});
        CommandRun run =
                CommandRun.withInput("{ pets(first: \"2\") { nme } }", "query", "-s", schema, notUtf8.toString(), "-");
        assertThat(run.out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"errors\":[{\"message\":"))
                .allMatch(line -> line.contains("\"extensions\":{\"code\":"));
        assertThat(run.out()).contains("0xE9").contains("Did you mean \\\"name\\\"?");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void says_which_operation_is_missing() {
        String two = "query A { hello(name: \"a\") } query B { __typename }";
        assertThat(CommandRun.withInput(two, "query", "-s", schema, "--data", data, "--operation", "B", "-"))
                .isEqualTo(new CommandRun(0, "{\"data\":{\"__typename\":\"Query\"}}\n", ""));
        assertThat(CommandRun.withInput(two, "query", "-s", schema, "--data", data, "-")
                        .out())
                .contains("OPERATION_NOT_FOUND");
        assertThat(CommandRun.withInput("subscription { pet { name } }", "query", "-s", schema, "-")
                        .out())
                .contains("OPERATION_NOT_ALLOWED");
    }

    @Test
    void data_and_variables_that_are_no_json_object_are_wrong_usage() throws IOException {
        String list = write("list.json", "[1]");
        String broken = write("broken.json", "{\"a\": 1,\n  oops}");
        assertThat(CommandRun.withInput("{ count }", "query", "-s", schema, "--data", list, "-"))
                .satisfies(run -> assertThat(run.err()).startsWith("perigee: " + list + ":1:1: expected a JSON object"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        assertThat(CommandRun.withInput("{ count }", "query", "-s", schema, "--data", broken, "-")
                        .err())
                .startsWith("perigee: " + broken + ":2:");
        assertThat(CommandRun.withInput("{ count }", "query", "-s", schema, "--variables", "{", "-")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.withInput("{ count }", "query", "-s", schema, "--variables", "@none.json", "-")
                        .err())
                .contains("none.json");
    }

    @Test
    void data_or_variables_may_come_by_the_standard_input() throws IOException {
        String hello = write("hello.graphql", "query($name: String!) { hello(name: $name) }");
        String name = "{\"name\": \"Ada\"}";
        CommandRun greeted = new CommandRun(0, "{\"data\":{\"hello\":\"hi\"}}\n", "");

        assertThat(CommandRun.withInput(
                        "{\"hello\": \"hi\"}", "query", "-s", schema, "--data", "-", "--variables", name, hello))
                .isEqualTo(greeted);
        assertThat(CommandRun.withInput(name, "query", "-s", schema, "--data", data, "--variables", "@-", hello))
                .isEqualTo(greeted);
        assertThat(CommandRun.withInput("[1]", "query", "-s", schema, "--data", "-", hello)
                        .err())
                .startsWith("perigee: -:1:1: expected a JSON object: found a list.\n");
    }

    @Test
    void the_standard_input_is_only_one_of_data_variables_schema_and_document() throws IOException {
        String count = write("count.graphql", "{ count }");
        CommandRun twice = new CommandRun(2, "", """
            perigee: The standard input (-) can be read only once.
            Try "perigee query --help" for what it takes.
            """);

        assertThat(CommandRun.withInput("{}", "query", "-s", schema, "--data", "-"))
                .isEqualTo(twice);
        assertThat(CommandRun.withInput("{}", "query", "-s", schema, "--data", "-", "-"))
                .isEqualTo(twice);
        assertThat(CommandRun.withInput("{}", "query", "-s", schema, "--data", "-", "--variables", "@-", count))
                .isEqualTo(twice);
        assertThat(CommandRun.withInput("{}", "query", "-s", "-", "--data", "-", count))
                .isEqualTo(twice);
    }

    @Test
    void what_stands_where_an_object_should_is_named() throws IOException {
        assertThat(errorOfData("null")).isEqualTo(":1:1: expected a JSON object: found null.");
        assertThat(errorOfData("\n [1]")).isEqualTo(":2:2: expected a JSON object: found a list.");
        assertThat(errorOfData("")).isEqualTo(": expected a JSON object: found nothing.");
        assertThat(errorOfData("{\"a\":[1,")).isEqualTo(":1:9: expected a JSON object: it ends too early.");
        assertThat(errorOfData("{\"a\":".repeat(2_000)))
                .isEqualTo(": expected a JSON object: it is nested too deep, or has too long a number or text.");
        CommandRun variables = CommandRun.withInput("{ count }", "query", "-s", schema, "--variables", "null", "-");
        assertThat(variables.err()).startsWith("perigee: --variables:1:1: expected a JSON object: found null.\n");
        assertThat(variables.exitCode()).isEqualTo(2);
    }

    @Test
    void half_of_a_surrogate_pair_is_no_text() throws IOException {
        assertThat(errorOfData("{\"a\": 1,\n \"b\": [\"x\\ud83d\"]}"))
                .isEqualTo(":2:8: expected a JSON object: found half of a surrogate pair.");
        String smile = write("smile.json", "{\"hello\": \"\\ud83d\\ude00\"}");
        assertThat(CommandRun.withInput("{ hello(name: \"\") }", "query", "-s", schema, "--data", smile, "-"))
                .isEqualTo(new CommandRun(0, "{\"data\":{\"hello\":\"\uD83D\uDE00\"}}\n", ""));
    }

    private String errorOfData(String json) throws IOException {
        String file = write("odd.json", json);
        CommandRun run = CommandRun.withInput("{ count }", "query", "-s", schema, "--data", file, "-");
        assertThat(run.exitCode()).isEqualTo(2);
        return run.err().lines().findFirst().orElseThrow().replace("perigee: " + file, "");
    }

    @Test
    void data_of_no_type_is_an_error_that_says_what_is_missing() throws IOException {
        String untyped = write("untyped.json", "{\"pets\": [{\"name\": \"Tom\"}]}");
        CommandRun missing = CommandRun.withInput("{ pets { name } }", "query", "-s", schema, "--data", untyped, "-");
        assertThat(missing.out())
                .contains("\"message\":\"A value of \\\"Pet\\\" in the data needs an entry"
                        + " \\\"__typename\\\", the name of its object type.\"")
                .contains("\"path\":[\"pets\",0]");
        assertThat(missing.err()).isEmpty();
        assertThat(missing.exitCode()).isEqualTo(1);

        String wrong = write("wrong.json", "{\"pets\": [{\"__typename\": \"Cow\", \"name\": \"Tom\"}]}");
        assertThat(CommandRun.withInput("{ pets { name } }", "query", "-s", schema, "--data", wrong, "-")
                        .out())
                .contains("is of the type \\\"Cow\\\", which is no object type of \\\"Pet\\\".");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
