package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.language.Source;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir
    Path folder;

    private String schema;

    @BeforeEach
    void schema() throws IOException {
        schema = write("schema.graphqls", "type Query { dog(name: String!): Dog }\ntype Dog { name: String }");
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void the_standard_input_is_the_schema_or_the_document() {
        assertThat(CommandRun.withInput("type Query { a: Int }", "validate", "--schema", "-", "-"))
                .isEqualTo(new CommandRun(2, "", """
                    perigee: The standard input (-) can be read only once.
                    Try "perigee validate --help" for what it takes.
                    """));
    }

    @Test
    void says_nothing_of_good_documents() throws IOException {
        String good = write("good.graphql", "{ dog(name: \"Rex\") { name } }");

        assertThat(CommandRun.of("validate", "--schema", schema, good, good)).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.withInput("{ __typename }", "validate", "-s", schema, "-"))
                .isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void prints_all_that_is_wrong() throws IOException {
        String wrong = write("wrong.graphql", "query Q($a: Int) {\n  dog {\n    nam\n  }\n}");
        String broken = write("broken.graphql", "{ dog(");

        CommandRun run = CommandRun.withInput("{ cat }", "validate", "--schema", schema, wrong, "-", broken);

        assertThat(run).isEqualTo(new CommandRun(1, """
            $wrong:1:9: Variable "$a" is never used in operation "Q".
            $wrong:2:3: Field "dog" argument "name" of type "String!" is required, but it was not provided.
            $wrong:3:5: Cannot query field "nam" on type "Dog". Did you mean "name"?
            -:1:3: Cannot query field "cat" on type "Query".
            $broken:1:7: Expected the name of an argument, found the end of the document.
            """.replace("$wrong", wrong).replace("$broken", broken), ""));
    }

    @Test
    void prints_json_a_line_a_file() throws IOException {
        String good = write("good.graphql", "{ __typename }");
        String wrong = write("wrong.graphql", "{ a: __typename a: dog(name: \"Rex\") { name } }");
        String broken = write("broken.graphql", "{");

        CommandRun run = CommandRun.of("validate", "--schema", schema, "--json", wrong, good, broken);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        1, """
                        {"file":"$wrong","errors":[{"message":"Fields \\"a\\" conflict because \\"__typename\\" and \\"dog\\" are different fields. Use different aliases on the fields to fetch both if this was intentional.","locations":[{"line":1,"column":3},{"line":1,"column":17}],"extensions":{"code":"VALIDATION_FAILED","rule":"OverlappingFieldsCanBeMerged","problem":"FIELDS_CONFLICT"}}]}
                        {"file":"$good","errors":[]}
                        {"file":"$broken","errors":[{"message":"Expected a field or \\"...\\", found the end of the document.","locations":[{"line":1,"column":2}],"extensions":{"code":"SYNTAX_ERROR"}}]}
                        """.replace("$wrong", wrong).replace("$good", good).replace("$broken", broken), ""));
    }

    @Test
    void a_schema_may_be_many_files_or_a_folder() throws IOException {
        String query = write("types/query.graphqls", "type Query { cat: Cat }");
        String cat = write("types/pets/cat.graphql", "type Cat { name: String }");
        write("types/README.md", "Not a schema.");
        String types = folder.resolve("types").toString();

        assertThat(CommandRun.withInput("{ cat { name } }", "validate", "--schema", query, "--schema", cat, "-"))
                .isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.withInput("{ cat { name } }", "validate", "--schema", types, "-"))
                .isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void a_schema_may_be_an_answer_to_introspection() throws IOException {
        Schema read = Schema.of(Source.of("", "type Query { cat: Int }"));
        var answer = Map.of("data", IntrospectionResult.of(read));
        String json = write("schema.json", new ObjectMapper().writeValueAsString(answer));

        assertThat(CommandRun.withInput("{ cat }", "validate", "--schema", json, "-"))
                .isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.withInput("{ dog }", "validate", "--schema", json, "-"))
                .isEqualTo(new CommandRun(1, "-:1:3: Cannot query field \"dog\" on type \"Query\".\n", ""));
        assertThat(CommandRun.withInput("{ dog }", "validate", "--schema", json, "--schema", schema, "-")
                        .err())
                .startsWith(json
                        + ":1:1: An introspection result is a whole schema: there can be no other files with it.\n");
    }

    @Test
    void a_broken_schema_is_wrong_usage() throws IOException {
        String broken = write("broken.graphqls", "type Query {\n  cat: Cat\n  dog: Dgo\n}");

        assertThat(CommandRun.withInput("{ cat }", "validate", "--schema", broken, "-"))
                .isEqualTo(new CommandRun(2, "", """
                    $broken:2:8: "Query.cat" needs type "Cat", which is not defined.
                    $broken:3:8: "Query.dog" needs type "Dgo", which is not defined.
                    perigee: The schema is not valid.
                    """.replace("$broken", broken)));
        String query = write("query.graphql", "# all cats\n{ cat }");
        assertThat(CommandRun.withInput("{ cat }", "validate", "--schema", schema, "--schema", query, "-"))
                .isEqualTo(new CommandRun(2, "", """
                    $query:2:1: A schema has definitions of types, directives and the schema, but no operations or fragments.
                    perigee: The schema is not valid.
                    """.replace("$query", query)));
        String wrong = write("wrong.json", "{\"data\": ");
        assertThat(CommandRun.withInput("{ cat }", "validate", "--schema", wrong, "-"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run ->
                        assertThat(run.err()).startsWith(wrong + ":1:10: This is no JSON: it ends too early.\n"));
    }

    @Test
    void what_is_missing_is_wrong_usage() {
        assertThat(CommandRun.of("validate", "-"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(
                        run -> assertThat(run.err()).startsWith("perigee: Missing required option: '--schema=SCHEMA'"));
        assertThat(CommandRun.of("validate", "--schema", schema))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).startsWith("perigee: Missing required parameter: 'FILE'"));
        assertThat(CommandRun.of("validate", "--schema", "none.graphqls", "-"))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read none.graphqls: there is no such file\n"));
        assertThat(CommandRun.of("validate", "--schema", schema, "none.graphql"))
                .isEqualTo(new CommandRun(2, "", "perigee: Can't read none.graphql: there is no such file\n"));
        assertThat(CommandRun.of("validate", "--schema", folder.resolve("empty").toString(), "-")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void help_says_what_it_takes_and_returns() {
        CommandRun run = CommandRun.of("validate", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--schema=SCHEMA")
                .contains("--json")
                .contains("file:line:column: message")
                .contains("Exit code: 0 if all is well, 1 if a document is wrong, 2 for wrong usage");
    }
}
