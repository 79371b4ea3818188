package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseCommandTest {
    @TempDir
    Path folder;

    @Test
    void prints_the_tree() {
        assertThat(CommandRun.withInput("query Q($v: [Int!] = 1) { a: b(c: \"d\\n\") @x ...F }", "parse", "-"))
                .isEqualTo(new CommandRun(0, """
                    Document
                      definitions: OperationDefinition operation=query name=Q
                        variableDefinitions: VariableDefinition
                          variable: Variable name=v
                          type: ListType
                            type: NonNullType
                              type: NamedType name=Int
                          defaultValue: IntValue value=1
                        selectionSet: SelectionSet
                          selections: Field alias=a name=b
                            arguments: Argument name=c
                              value: StringValue value="d\\n" block=false
                            directives: Directive name=x
                          selections: FragmentSpread name=F
                    """, ""));
        assertThat(CommandRun.withInput("{\n  a\n}", "parse", "--locations", "-")
                        .out())
                .isEqualTo("""
                    Document 1,1 - 3,2
                      definitions: OperationDefinition operation=query 1,1 - 3,2
                        selectionSet: SelectionSet 1,1 - 3,2
                          selections: Field name=a 2,3 - 2,4
                    """);
    }

    /** The .json files were written by graphql-js: graphql-js.mjs, beside them, says how. */
    @ParameterizedTest
    @ValueSource(strings = {"executable", "type-system"})
    void json_is_what_graphql_js_writes(String name) throws IOException {
        String text = read(name + ".graphql");
        String json = read(name + ".json").strip();

        assertThat(CommandRun.withInput(text, "parse", "--json", "-").out())
                .isEqualTo("{\"file\":\"-\",\"document\":" + json + "}\n");
        assertThat(CommandRun.withInput(text, "parse", "--json", "--locations", "-")
                        .out())
                .isEqualTo("{\"file\":\"-\",\"document\":"
                        + read(name + ".locations.json").strip() + "}\n");
    }

    /** In version 17, empty lists are left out, but for those that are values; all else is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"executable", "type-system"})
    void json_is_what_graphql_js_17_writes_but_for_empty_lists(String name) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode ours = mapper.readTree(CommandRun.withInput(read(name + ".graphql"), "parse", "--json", "-")
                .out());

        assertThat(withoutEmptyLists(ours.get("document")).toString())
                .isEqualTo(read(name + ".17.json").strip());
    }

    private static JsonNode withoutEmptyLists(JsonNode node) {
        for (Iterator<JsonNode> children = node.iterator(); children.hasNext(); ) {
            JsonNode child = children.next();
            if (child.isArray() && child.isEmpty() && !isLiteral(node)) children.remove();
            else withoutEmptyLists(child);
        }
        return node;
    }

    private static boolean isLiteral(JsonNode node) {
        return List.of("ListValue", "ObjectValue").contains(node.path("kind").asText());
    }

    @Test
    void several_files_are_several_lines_right_or_wrong() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.graphql"), "{ a(b: }");
        Path right = Files.writeString(folder.resolve("right.graphql"), "scalar S");

        CommandRun run = CommandRun.of("parse", "--json", wrong.toString(), right.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
            {"file":"$wrong","errors":[{"message":"Expected a value, found \\"}\\".","locations":[{"line":1,"column":8}]}]}
            {"file":"$right","document":{"kind":"Document","definitions":[{"kind":"ScalarTypeDefinition","name":{"kind":"Name","value":"S"},"directives":[]}]}}
            """.replace("$wrong", wrong.toString()).replace("$right", right.toString()));
    }

    @Test
    void what_is_wrong_is_shown() {
        assertThat(CommandRun.withInput("{ a(b: }", "parse", "-")).isEqualTo(new CommandRun(1, "", """
            -:1:8: Expected a value, found "}".
            { a(b: }
                   ^
            """));
    }

    @Test
    void nesting_that_the_parser_takes_can_be_printed() {
        String deep = "{a".repeat(200) + "}".repeat(200);

        assertThat(CommandRun.withInput(deep, "parse", "-").exitCode()).isZero();
        assertThat(CommandRun.withInput(deep, "parse", "--json", "-").exitCode())
                .isZero();
        assertThat(CommandRun.withInput("{a" + deep + "}", "parse", "-").err())
                .contains("Expected nesting of at most 200 levels, found more.");
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = ParseCommandTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
