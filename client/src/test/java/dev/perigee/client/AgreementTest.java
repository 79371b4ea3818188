package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.server.GraphServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is refused locally is refused in the very words of the server, places included. */
class AgreementTest {
    private static GraphServer server;
    private static Client checking;
    private static Client trusting;

    private record Wrong(String document, String name, Map<String, Object> variables) {}

    @BeforeAll
    static void start() {
        server = TodoGraph.serve();
        checking = Client.builder(server.uri().resolve("graphql"))
                .scalar("UUID", TodoGraph.UUIDS)
                .scalar("Instant", TodoGraph.INSTANTS)
                .build();
        checking.fetchSchema();
        trusting = Client.builder(server.uri().resolve("graphql")).build();
    }

    @AfterAll
    static void stop() {
        checking.close();
        trusting.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> wrong_operations() {
        return Stream.of(
                        wrong("{ todos { nodez { id } } }"),
                        wrong("{ todos {"),
                        wrong("{ todos { total } } }"),
                        wrong("query { todos(first: \"2\") { total } }"),
                        wrong("{ todos(frist: 2) { total } }"),
                        wrong("{ todo { id } }"),
                        wrong("{ todos }"),
                        wrong("{ todos { total { x } } }"),
                        wrong("query Q($id: UIUD!) { todo(id: $id) { id } }"),
                        wrong("query Q($id: UUID) { todo(id: $id) { id } }"),
                        wrong("{ todo(id: $id) { id } }"),
                        wrong("query Q($a: Int) { todos { total } }"),
                        wrong("{ todos { ...F } }"),
                        wrong("{ todos { total } } fragment F on Page { total }"),
                        wrong("fragment F on Page { total }"),
                        wrong("query A { todos { total } } query B { todos { total } }"),
                        wrong("query A { todos { total } } query A { todos { total } }"),
                        new Wrong("query A { todos { total } }", "B", Map.of()),
                        wrong("{ todo(id: \"x\") { id } }"),
                        wrong("{ find(by: {id: \"0-0-0-0-0\", title: \"a\"}) { id } }"),
                        wrong("mutation { create(todo: {titel: \"a\"}) { id } }"),
                        wrong("subscription { x }"),
                        wrong("{ a: todos { total } a: broken }"),
                        wrong("query Q($id: UUID!) { todo(id: $id) { id } }"),
                        wrong("query Q($id: UUID!) { todo(id: $id) { id } }", "id", "x"),
                        wrong("query Q($n: Int) { todos(first: $n) { total } }", "n", "x"),
                        wrong("query Q($n: Int) { todos(first: $n) { total } }", "n", 3_000_000_000L),
                        wrong("query Q($n: Int) { todos(first: $n) { total } }", "n", List.of(1)),
                        wrong("query Q($t: TodoInput!) { echo(input: $t) }", "t", Map.of("titel", "a")),
                        wrong(
                                "query Q($t: TodoInput!) { echo(input: $t) }",
                                "t",
                                Map.of("title", "a", "state", "OPNE")),
                        wrong(
                                "query Q($t: TodoInput!) { echo(input: $t) }",
                                "t",
                                Map.of("title", "a", "tags", List.of(1))),
                        wrong("query Q($f: Filter!) { find(by: $f) { id } }", "f", Map.of()))
                .map(each -> dynamicTest(each.toString(), () -> check(each)));
    }

    private static Wrong wrong(String document) {
        return new Wrong(document, null, Map.of());
    }

    private static Wrong wrong(String document, String variable, Object value) {
        return new Wrong(document, null, Map.of(variable, value));
    }

    private static void check(Wrong wrong) {
        Operation<?> operation = Operation.of(wrong.document()).variables(wrong.variables());
        Operation<?> named = wrong.name() == null ? operation : operation.named(wrong.name());
        InvalidOperationException here =
                catchThrowableOfType(InvalidOperationException.class, () -> checking.execute(named));
        RequestErrorException there = catchThrowableOfType(RequestErrorException.class, () -> trusting.execute(named));
        assertThat(here.errors()).isEqualTo(there.errors());
    }
}
