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

/** What is wrong is told with its place, schema coordinate and Java member. */
class MistakesTest {
    @TempDir
    private Path folder;

    @Test
    void a_type_that_does_not_fit() throws IOException {
        assertThat(problem(
                        "type Query { todo: Todo } type Todo { id: ID! }",
                        "public record Todo(java.time.Instant id) {}"))
                .isEqualTo(
                        "schema.graphqls:1:39: Todo.id is ID!, but com.example.Todo.id() is java.time.Instant: change"
                            + " one of them, or give the field a resolver, with \"resolvers: {Todo.id: computed}\".");
    }

    @Test
    void null_where_there_is_none() throws IOException {
        assertThat(problem(
                        "type Query { todo: Todo } type Todo { name: String! }",
                        "public class Todo { public @org.jspecify.annotations.Nullable String getName() {"
                                + " return null; } }"))
                .isEqualTo("schema.graphqls:1:39: Todo.name is String!, but com.example.Todo.getName() may be null:"
                        + " change one of them, or give the field a resolver, with \"resolvers: {Todo.name:"
                        + " computed}\".");
        assertThat(problem(
                        "type Query { todo: Todo } type Todo { names: [String!] }",
                        "@org.jspecify.annotations.NullMarked public record Todo("
                                + "java.util.List<@org.jspecify.annotations.Nullable String> names) {}"))
                .contains("Todo.names is [String!], but com.example.Todo.names() has items that may be null");
    }

    @Test
    void a_class_of_another_type() throws IOException {
        assertThat(problem(
                        "type Query { todo: Todo } type Todo { owner: Person } type Person { a: Int }",
                        "public record Todo(User owner) { public record User(int a) {} }"))
                .contains("Todo.owner is Person, but com.example.Todo.owner() is com.example.Todo.User:"
                        + " name the class that stands behind Person under \"types\"");
    }

    @Test
    void an_input_that_can_not_be_made() throws IOException {
        assertThat(problem(
                        "type Query { a(todo: Todo): Int } input Todo { titel: String! }",
                        "public record Todo(String title) {}"))
                .contains("Todo.titel has no place in the constructor of com.example.Todo. Did you mean \"title\"?")
                .contains("the constructor of com.example.Todo needs \"title\", but Todo has no such field.");
        assertThat(problem(
                        "type Query { a(todo: Todo): Int } input Todo { count: Int }",
                        "public record Todo(int count) {}"))
                .contains("Todo.count is Int, but com.example.Todo(count) takes no null.");
        assertThat(problem(
                        "type Query { a(todo: Todo): Int } input Todo { count: Int! }",
                        "public record Todo(String count) {}"))
                .contains("Todo.count is Int!, but com.example.Todo(count) takes java.lang.String.");
    }

    @Test
    void an_enum_without_a_constant() throws IOException {
        assertThat(problem("type Query { todo: Todo } enum Todo { OPEN }", "public enum Todo { OPENED }"))
                .isEqualTo("schema.graphqls:1:39: Todo.OPEN has no constant of its name in com.example.Todo."
                        + " Did you mean \"OPENED\"?");
    }

    @Test
    void classes_that_can_not_be_used() throws IOException {
        assertThat(problem("type Query { todo: Todo } type Todo { a: Int }", "public enum Todo { A }"))
                .contains("Todo can't be bound to com.example.Todo, which is an enum.");
        assertThat(problem("type Query { todo: Todo } type Todo { a: Int }", "public record Todo<T>(T a) {}"))
                .contains("Todo can't be bound to com.example.Todo, which has type parameters.");
    }

    @Test
    void sources_that_are_no_java() throws IOException {
        assertThat(problem("type Query { a: Int }", "public record Todo("))
                .contains("Todo.java:3:1: ")
                .contains("reached end of file");
    }

    @Test
    void sources_may_use_what_is_yet_to_be_generated() throws Exception {
        write(
                "type Query { todo: Todo } type Todo { comments: [Comment!]! } type Comment { text: String }",
                "public record Todo(java.util.List<com.example.graph.Comment> comments) {}");
        GeneratedFiles files = Generator.generate(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE));
        assertThat(files.files()).anyMatch(file -> file.path().endsWith("/Comment.java"));
    }

    @Test
    void settings() throws IOException {
        write("type Query { a: Int } type Todo { a: Int } scalar Date", "public record Todo(int a) {}");
        settings("""
            schema: schema.graphqls
            generate:
              package: com.example.graph
              autobind: [com.exampel]
              types: {Tood: com.example.Todo}
              scalars: {Date: com.example.Date}
            """);
        assertThat(problem())
                .contains("perigee.yaml:4:14: There is no class in the package com.exampel")
                .contains("perigee.yaml:5:11: There is no type \"Tood\" to stand behind. Did you mean \"Todo\"?")
                .contains("perigee.yaml:6:13: There is no class com.example.Date, neither");
        settings("""
            schema: schema.graphqls
            generate:
              package: com.example.graph
              resolvers: {Todo.b: call, Query.a: computed}
            """);
        assertThat(problem())
                .contains("perigee.yaml:4:15: Type \"Todo\" has no field \"b\".")
                .contains("perigee.yaml:4:29: Query.a is a root field: it is a \"call\", or \"elsewhere\".");
        settings("""
            schema: schema.graphqls
            generate:
              packag: com.example
              scalars: {Date: java.lang.Thread}
            """);
        assertThat(problem())
                .contains("perigee.yaml:3:3: Unknown setting \"packag\". Did you mean \"package\"?")
                .contains("perigee.yaml:2:1: \"generate\" needs \"package\"");
        settings("""
            schema: schema.graphqls
            generate:
              package: com.example.class
            """);
        assertThat(problem()).isEqualTo("\"com.example.class\" is no name of a package.");
    }

    @Test
    void a_record_has_an_end() throws IOException {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 300; i++) fields.append(" f").append(i).append(": Int");
        write("type Query { big: Big } type Big {" + fields + " }", "public record Todo(int a) {}");
        assertThat(problem())
                .contains("Big becomes a record of 300 components, and Java allows no more than 255."
                        + " Let resolvers give some of its fields, or bind it to a class.");
    }

    private String problem(String schema, String java) throws IOException {
        write(schema, java);
        return problem();
    }

    private String problem() {
        CodegenException failure = catchThrowableOfType(
                CodegenException.class,
                () -> Generator.generate(GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE)));
        return String.join("\n", failure.problems()).replace(folder + "/", "");
    }

    private void write(String schema, String java) throws IOException {
        Path code = folder.resolve("src/main/java/com/example");
        Files.createDirectories(code);
        Files.writeString(folder.resolve("schema.graphqls"), schema);
        Files.writeString(code.resolve("Todo.java"), "package com.example;\n" + java + "\n");
        settings("schema: schema.graphqls\ngenerate: {package: com.example.graph, autobind: [com.example]}\n");
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("perigee.yaml"), text);
    }
}
