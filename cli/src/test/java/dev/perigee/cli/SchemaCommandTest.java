package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCommandTest {
    private static final String PRINTED = """
        type Query {
          post: Post
        }

        type Post {
          title: String
        }
        """;

    @TempDir
    Path folder;

    private String schema;

    @BeforeEach
    void files() throws IOException {
        schema = write("schema.graphql", "type Query{post:Post} type Post{title:String}");
    }

    @Test
    void an_introspection_result_may_begin_with_a_byte_order_mark_and_white_space() {
        String json = CommandRun.withInput("type Query { a: Int }", "schema", "print", "--json", "-")
                .out();
        for (String begin : List.of("\uFEFF{", "\r\n\t {\n  ", "\uFEFF\n{\r\t")) {
            assertThat(CommandRun.withInput(begin + json.substring(1), "schema", "print", "-"))
                    .isEqualTo(new CommandRun(0, "type Query {\n  a: Int\n}\n", ""));
        }
    }

    @Test
    void prints_a_schema() {
        assertThat(CommandRun.of("schema", "print", schema)).isEqualTo(new CommandRun(0, PRINTED, ""));
        assertThat(CommandRun.withInput(
                        "type Query { post: Post } type Post { title: String }", "schema", "print", "-"))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
    }

    @Test
    void prints_what_an_audience_sees() throws IOException {
        String marked = write("marked.graphql", """
            type Query { post: Post log: Log }
            type Post { title: String draft: Boolean @audience(only: ["server"]) }
            type Log @audience(only: ["server"]) { line: String }
            """);
        assertThat(CommandRun.of("schema", "print", "--audience", "mobile", marked))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
        assertThat(CommandRun.of("schema", "print", "--audience", "", marked))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
        assertThat(CommandRun.of("schema", "print", "--audience", "server", marked)
                        .out())
                .contains("draft: Boolean\n")
                .contains("type Log {");
        assertThat(CommandRun.of("schema", "print", marked).out())
                .contains("directive @audience(")
                .contains("draft: Boolean @audience(only: [\"server\"])");
        String broken = write("broken.graphql", "type Query { a(x: Int! @audience(only: [\"server\"])): Int }");
        assertThat(CommandRun.of("schema", "print", "--audience", "mobile", broken))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err())
                        .contains("broken.graphql:1:16")
                        .contains("For audience \"mobile\", Query.a(x:) is hidden, but required"));
    }

    @Test
    void prints_many_files_and_folders_as_one_schema() throws IOException {
        String query = write("parts/a/query.graphqls", "type Query { post: Post }");
        String post = write("parts/b/post.gql", "type Post");
        write("parts/b/title.graphql", "extend type Post { title: String }");
        write("parts/readme.md", "not a schema");
        assertThat(CommandRun.of("schema", "print", folder.resolve("parts").toString()))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
        assertThat(CommandRun.of(
                        "schema",
                        "print",
                        query,
                        post,
                        folder.resolve("parts/b/title.graphql").toString()))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
    }

    @Test
    void prints_an_introspection_result_and_reads_it() throws IOException {
        CommandRun json = CommandRun.of("schema", "print", "--json", schema);
        assertThat(json.exitCode()).isZero();
        assertThat(json.out()).startsWith("{\"__schema\":{").endsWith("}\n").hasLineCount(1);
        String result = write("result.json", json.out());
        assertThat(CommandRun.of("schema", "print", result)).isEqualTo(new CommandRun(0, PRINTED, ""));
        assertThat(CommandRun.withInput("{\"data\":" + json.out() + "}", "schema", "print", "-"))
                .isEqualTo(new CommandRun(0, PRINTED, ""));
    }

    @Test
    void explains_what_is_no_introspection_result() throws IOException {
        String json = write("result.json", "{\n  \"__schema\": {,}\n}");
        CommandRun run = CommandRun.of("schema", "print", json);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(json + ":2:16: This is no JSON: Unexpected character (',' (code 44))");
        String other = write("other.json", "{\"__schema\": {\"types\": []}}");
        assertThat(CommandRun.of("schema", "print", other)).isEqualTo(new CommandRun(1, "", """
            In the introspection result, "__schema.queryType" is missing: it must be an object.
            """));
        assertThat(CommandRun.of("schema", "print", schema, other))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        other
                                + ":1:1: An introspection result is a whole schema: there can be no other"
                                + " files with it.\n"));
    }

    @Test
    void check_is_silent_where_all_is_well() {
        assertThat(CommandRun.of("schema", "check", schema)).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.of("schema", "check", "--json", schema))
                .isEqualTo(new CommandRun(0, "{\"file\":\"" + schema + "\",\"errors\":[]}\n", ""));
    }

    @Test
    void check_prints_all_problems_of_all_files_with_their_places() throws IOException {
        String one = write("one.graphql", "type Query {\n  a: Strin\n}\nscalar S");
        String two = write("two.graphql", "\nscalar S\ntype T { a: Query @old }");
        assertThat(CommandRun.of("schema", "check", one, two))
                .isEqualTo(new CommandRun(1, """
                    $one:2:6: "Query.a" needs type "Strin", which is not defined. Did you mean "String"?
                    $two:2:1: Type "S" is defined more than once. (see $one:4:1)
                    $two:3:19: Directive "@old" on "T.a" is not defined.
                    """.replace("$one", one).replace("$two", two), ""));
        assertThat(CommandRun.of("schema", "check", "--json", one, two))
                .isEqualTo(new CommandRun(1, """
                    {"file":"$one","errors":[{"message":"\\"Query.a\\" needs type \\"Strin\\", which is not defined. Did you mean \\"String\\"?","locations":[{"line":2,"column":6}]}]}
                    {"file":"$two","errors":[{"message":"Type \\"S\\" is defined more than once.","locations":[{"line":2,"column":1},{"line":4,"column":1,"file":"$one"}]},{"message":"Directive \\"@old\\" on \\"T.a\\" is not defined.","locations":[{"line":3,"column":19}]}]}
                    """.replace("$one", one).replace("$two", two), ""));
    }

    @Test
    void check_tells_of_every_file_that_cannot_be_parsed() throws IOException {
        String one = write("one.graphql", "type Query {");
        String two = write("two.graphql", "typo T { a: Int }");
        CommandRun run = CommandRun.of("schema", "check", one, schema, two);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains(one + ":1:13: Expected", two + ":1:1: Expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ post { title } }", "{post}", "{\n  ...F\n}", "{ # all\n  post\n}", "query { post }"})
    void check_tells_executable_documents_from_schemas(String document) throws IOException {
        String query = write("query.graphql", "\uFEFF\n " + document);
        assertThat(CommandRun.of("schema", "check", schema, query))
                .isEqualTo(new CommandRun(
                        1,
                        query + ":2:2: A schema has definitions of types, directives and the schema,"
                                + " but no operations or fragments.\n",
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"data\": []}"})
    void check_takes_what_begins_as_json_for_an_introspection_result(String json) throws IOException {
        assertThat(CommandRun.withInput(json, "schema", "check", "-"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(
                        run -> assertThat(run.out()).containsAnyOf("This is no JSON", "In the introspection result"));
    }

    @Test
    void check_tells_what_has_no_place() throws IOException {
        String file = write("none.graphql", "type T { a: Int }");
        String message = "There is no query type: define \"type Query\", or name another in a schema definition.";
        assertThat(CommandRun.of("schema", "check", file)).isEqualTo(new CommandRun(1, message + "\n", ""));
        assertThat(CommandRun.of("schema", "check", "--json", file).out())
                .isEqualTo("{\"file\":\"" + file + "\",\"errors\":[{\"message\":\"" + message.replace("\"", "\\\"")
                        + "\",\"locations\":[]}]}\n");
    }

    @Test
    void diff_lists_the_changes() throws IOException {
        String after = write("after.graphql", "type Query { post(last: Int): Post } type Post { name: String }");
        assertThat(CommandRun.of("schema", "diff", schema, after)).isEqualTo(new CommandRun(1, """
            breaking  Post.title: Field "Post.title" was removed.
            dangerous Query.post(last:): Argument "Query.post(last:)" was added, and is optional.
            safe      Post.name: Field "Post.name" was added.
            1 breaking, 1 dangerous, 1 safe
            """, ""));
        assertThat(CommandRun.of("schema", "diff", "--json", schema, after)).isEqualTo(new CommandRun(1, """
            {"changes":[{"severity":"breaking","coordinate":"Post.title","message":"Field \\"Post.title\\" was removed."},{"severity":"dangerous","coordinate":"Query.post(last:)","message":"Argument \\"Query.post(last:)\\" was added, and is optional."},{"severity":"safe","coordinate":"Post.name","message":"Field \\"Post.name\\" was added."}]}
            """, ""));
    }

    @Test
    void diff_fails_on_what_it_is_told_to() throws IOException {
        String dangerous = write("dangerous.graphql", "type Query { post(a: Int): Post } type Post { title: String }");
        String safe = write("safe.graphql", "type Query { post: Post } type Post { title: String! }");
        assertThat(CommandRun.of("schema", "diff", schema, schema)).isEqualTo(new CommandRun(0, "No changes.\n", ""));
        assertThat(CommandRun.of("schema", "diff", schema, schema, "--fail-on", "safe")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("schema", "diff", schema, dangerous).exitCode())
                .isZero();
        assertThat(CommandRun.of("schema", "diff", "--fail-on", "dangerous", schema, dangerous)
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("schema", "diff", "--fail-on=dangerous", schema, safe)
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("schema", "diff", "--fail-on=safe", schema, safe)
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("schema", "diff", "--fail-on=none", schema, safe)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void diff_reads_introspection_results_and_the_standard_input() throws IOException {
        String json = write(
                "result.json",
                CommandRun.of("schema", "print", "--json", schema).out());
        assertThat(CommandRun.withInput(
                        "type Query { post: Post } type Post { title: String }", "schema", "diff", json, "-"))
                .isEqualTo(new CommandRun(0, "No changes.\n", ""));
        assertThat(CommandRun.of("schema", "diff", "-", "-")).isEqualTo(new CommandRun(2, "", """
            perigee: The standard input (-) can be read only once.
            Try "perigee schema diff --help" for what it takes.
            """));
    }

    @Test
    void diff_tells_a_schema_that_is_not_valid_from_a_breaking_change() throws IOException {
        String wrong = write("wrong.graphql", "type Query { a: X }");
        assertThat(CommandRun.of("schema", "diff", schema, wrong))
                .isEqualTo(
                        new CommandRun(2, "", wrong + ":1:17: \"Query.a\" needs type \"X\", which is not defined.\n"));
    }

    @Test
    void wrong_usage_is_explained() throws IOException {
        assertThat(CommandRun.of("schema").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("schema").err()).contains("print", "check", "diff");
        assertThat(CommandRun.of("schema", "print")).isEqualTo(new CommandRun(2, "", """
            perigee: What schema? Name files, --graph, --jdbc, --grpc, --proto or --descriptors.
            Try "perigee schema print --help" for what it takes.
            """));
        assertThat(CommandRun.of("schema", "diff", schema).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("schema", "check", "no-such-file"))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read no-such-file: there is no such file\n"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(CommandRun.of("schema", "check", empty.toString()))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "perigee: Can't read " + empty + ": there is no .graphql, .graphqls or .gql file in it\n"));
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
