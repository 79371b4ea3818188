package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of operations that do not fit, and what is written for servers that trust those that do. */
class OperationMistakesTest {
    private static final String SCHEMA = """
        type Query { todo: Todo, node: Node }
        interface Node { id: ID }
        type Todo implements Node { id: ID, title: String, parent: Todo }
        type Person implements Node { id: ID, name: String }
        """;

    @TempDir
    Path folder;

    @Test
    void a_field_that_is_not_there() throws IOException {
        assertThat(problem("query Todo {\n  todo { titel }\n}")).isEqualTo("""
            a.graphql:2:10: Cannot query field "titel" on type "Todo". Did you mean "title"?
              todo { titel }
                     ^\
            """);
    }

    @Test
    void text_that_is_no_document() throws IOException {
        assertThat(problem("query Todo {")).startsWith("a.graphql:1:13: ").endsWith("query Todo {\n            ^");
    }

    @Test
    void an_operation_without_a_name() throws IOException {
        assertThat(problem("{ todo { title } }")).isEqualTo("""
            a.graphql:1:1: An operation needs a name: its class has it.
            { todo { title } }
            ^\
            """);
    }

    @Test
    void introspection() throws IOException {
        assertThat(problem("query Names { __schema { types { name } } }"))
                .startsWith("a.graphql:1:15: There are no classes for introspection: send it as text.");
    }

    @Test
    void a_type_that_can_not_be_told() throws IOException {
        assertThat(problem("query Q { node { __typename: id ... on Todo { title } } }"))
                .startsWith("a.graphql:1:16: Select __typename here, without a condition");
        assertThat(problem("query Q($a: Boolean!) { node @include(if: $a) { ... on Todo { title } } node { id } }"))
                .startsWith("a.graphql:1:47: Select __typename here, without a condition");
    }

    @Test
    void fragments_that_double_at_each_level() throws IOException {
        StringBuilder document = new StringBuilder("query Bomb { todo { id ...F0 } }");
        for (int i = 0; i < 30; i++) {
            document.append(" fragment F%d on Todo { a: parent { id ...F%d } b: parent { id ...F%d } }"
                    .formatted(i, i + 1, i + 1));
        }
        document.append(" fragment F30 on Todo { title }");
        assertThat(problem(document.toString()))
                .contains("With all fragments spelt out, more than 100000 fields are selected.");
    }

    @Test
    void fragments_that_double_at_one_object() throws Exception {
        StringBuilder document = new StringBuilder("query Bomb { todo { id ...F0 } }");
        for (int i = 0; i < 60; i++)
            document.append(" fragment F%d on Todo { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        write(document + " fragment F60 on Todo { title }", "{package: com.example.client, operations: a.graphql}");
        GeneratedFiles files = Generator.generate(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE));
        assertThat(files.files().getFirst().text())
                .contains("record Todo(@Nullable String id, @Nullable String title)");
    }

    @Test
    void settings_without_a_package() throws IOException {
        write("query Todo { todo { title } }", "{operations: a.graphql, selection: true}");
        assertThat(problem())
                .contains("perigee.yaml:2:12: \"client\" needs \"package\"")
                .contains("Unknown setting \"selection\". Did you mean \"selections\"?");
        Files.writeString(
                folder.resolve("perigee.yaml"),
                "schema: schema.graphqls\ngenerate: {package: a, client: {package: a, operations: a.graphql}}\n");
        assertThat(problem())
                .isEqualTo("Server and client can't both be generated in the package a: give each its own.");
    }

    @Test
    void documents_to_trust_are_written_by_their_hashes() throws Exception {
        write(
                "query Title { todo { title } } query Id { todo { ...T } } fragment T on Todo { id }",
                "{package: a, operations: a.graphql, documents: out/documents.json}");
        Path documents = folder.resolve("out/documents.json");
        Generator.update(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE));
        String expected = """
            {
              "sha256:%s": "query Title {\\n  todo {\\n    title\\n  }\\n}",
              "sha256:%s": "query Id {\\n  todo {\\n    ...T\\n  }\\n}\\n\\nfragment T on Todo {\\n  id\\n}"
            }
            """.formatted(
                        Fingerprint.of("query Title {\n  todo {\n    title\n  }\n}"),
                        Fingerprint.of("query Id {\n  todo {\n    ...T\n  }\n}\n\nfragment T on Todo {\n  id\n}"));
        assertThat(documents).content().isEqualTo(expected);
        Files.delete(documents);
        Generator.update(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE));
        assertThat(documents).content().isEqualTo(expected);
    }

    private String problem(String operations) throws IOException {
        write(operations, "{package: com.example.client, operations: a.graphql}");
        return problem();
    }

    private String problem() {
        CodegenException failure = catchThrowableOfType(
                CodegenException.class,
                () -> Generator.generate(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE)));
        return String.join("\n", failure.problems()).replace(folder + "/", "");
    }

    private void write(String operations, String client) throws IOException {
        Files.writeString(folder.resolve("schema.graphqls"), SCHEMA);
        Files.writeString(folder.resolve("a.graphql"), operations);
        Files.writeString(
                folder.resolve("perigee.yaml"), "schema: schema.graphqls\ngenerate: {client: " + client + "}\n");
    }
}
