package dev.perigee.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.TextCoercion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is generated, run by the engine: the wiring of a golden case with resolvers that count their calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedGraphTest {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/perigee/codegen");

    private Engine engine;
    private List<String> calls;

    @BeforeAll
    @SuppressWarnings("unchecked") // the classes are compiled by the test
    void build(@TempDir Path temporary) throws Exception {
        Path folder = RESOURCES.resolve("cases/bound");
        ClassLoader loader = CompiledSources.load(
                temporary, folder.resolve("expected"), folder.resolve("src/main/java"), RESOURCES.resolve("answers"));
        Class<?> answers = loader.loadClass("com.example.answers.Answers");
        GraphModule module = (GraphModule) answers.getMethod("module").invoke(null);
        calls = (List<String>) answers.getField("CALLS").get(null);
        Wiring wiring = Wiring.builder().module(module).build();
        Path schema = folder.resolve("schema.graphqls");
        engine = Engine.builder(wiring.reader(List.of(Source.of("schema.graphqls", Files.readAllBytes(schema))))
                        .read())
                .wiring(wiring)
                .build();
    }

    @Test
    void fields_of_many_objects_are_one_call() {
        assertThat(run("{ todos { title owner { name nickname } comments(first: 1) { text } } }"))
                .isEqualTo("""
                    {"data":{"todos":[\
                    {"title":"Write","owner":{"name":"Ada","nickname":"A."},"comments":[{"text":"Write 1"}]},\
                    {"title":"Read","owner":{"name":"Ada","nickname":"A."},"comments":[{"text":"Read 1"}]},\
                    {"title":"Rest","owner":null,"comments":[{"text":"Rest 1"}]}]}}\
                    """);
        assertThat(calls).containsExactlyInAnyOrder("todos null", "owner 3", "comments 3 first 1", "nickname 1");
    }

    @Test
    void values_of_classes_that_are_there_are_written_as_the_schema_has_them() {
        assertThat(run("{ todos { id done due priority tags } }"))
                .startsWith("{\"data\":{\"todos\":[{\"id\":\"00000000-0000-0000-0000-000000000001\",\"done\":false,"
                        + "\"due\":\"2026-01-02T03:04:05Z\",\"priority\":\"HIGH\",\"tags\":[\"work\"]}");
    }

    @Test
    void input_becomes_the_classes_that_are_there() {
        run("""
            mutation {
              bare: createTodo(todo: {title: "A"}) { title }
              full: createTodo(todo: {title: "B", due: "2026-01-02T03:04:05Z", priority: HIGH, tags: ["x"], note: null}) { title }
              createPerson(person: {name: "Ada", nickname: "A."}) { name }
            }\
            """);
        assertThat(calls)
                .containsExactly(
                        "createTodo TodoInput[title=A, due=Optional.empty, priority=LOW, tags=[], note=absent]",
                        "createTodo TodoInput[title=B, due=Optional[2026-01-02T03:04:05Z], priority=HIGH, tags=[x],"
                                + " note=null]",
                        "createPerson Ada A.");
    }

    @Test
    void an_id_is_what_the_settings_say() {
        run("{ todos(filter: {owner: \"00000000-0000-0000-0000-000000000001\", done: true}) { title } }");
        assertThat(calls).containsExactly("todos true 00000000-0000-0000-0000-000000000001");
        assertThat(run("{ todo(todoID: \"7\") { title } }"))
                .contains("\\\"7\\\" is not the id of anything: no UUID.")
                .contains("BAD_USER_INPUT");
    }

    @Test
    void members_of_a_union_are_told_apart_by_their_classes() {
        assertThat(run("{ items { __typename ... on Todo { title } ... on Person { name } } }"))
                .isEqualTo("{\"data\":{\"items\":[{\"__typename\":\"Todo\",\"title\":\"Write\"},"
                        + "{\"__typename\":\"Person\",\"name\":\"Ada\"}]}}");
    }

    @Test
    void a_schema_that_was_read_without_the_wiring_is_refused() throws Exception {
        var schema = Schema.of(Source.of("s", "scalar DateTime type Query { a: DateTime }"));
        var wiring = Wiring.builder()
                .scalar("DateTime", new TextCoercion<>("DateTime", String.class, text -> text))
                .build();
        assertThatThrownBy(() -> Engine.builder(schema).wiring(wiring).build())
                .hasMessageContaining("the schema was read without it: read it with Wiring.reader(files)");
    }

    private String run(String document) {
        calls.clear();
        return new String(engine.execute(Request.of(document)).bytes(), UTF_8);
    }
}
