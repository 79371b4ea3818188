package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.OperationType;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** @see <a href="https://spec.graphql.org/September2025/#GetOperation()">GetOperation</a> */
class OperationNameTest {
    private final TestGraph graph = TestGraph.of("type Query { a: Int b: Int } type Mutation { b: Int }")
            .root(Map.of("a", 1, "b", 2));

    @Test
    void is_not_needed_for_a_single_operation() {
        assertThat(graph.answer("{ a }")).isEqualTo("{'data':{'a':1}}");
        assertThat(graph.answer("query One { a }")).isEqualTo("{'data':{'a':1}}");
        assertThat(graph.operation("One").answer("query One { a }")).isEqualTo("{'data':{'a':1}}");
    }

    @Test
    void chooses_among_several() {
        String document = "query One { a } query Two { b } mutation Three { b }";
        assertThat(graph.operation("Two").answer(document)).isEqualTo("{'data':{'b':2}}");
        assertThat(graph.operation("Three").run(document).summary().operation()).isEqualTo(OperationType.MUTATION);
        assertThat(graph.answer(document))
                .isEqualTo(
                        "{'errors':[{'message':'The document has 3 operations: say which to run with operationName.',"
                                + "'extensions':{'code':'OPERATION_NOT_FOUND'}}]}");
    }

    @Test
    void must_be_one_of_the_document() {
        assertThat(graph.operation("Zero").outcome("query One { a }"))
                .isEqualTo("no data\nOPERATION_NOT_FOUND: The document has no operation \"Zero\".");
        assertThat(graph.operation("Zero").outcome("{ a }"))
                .isEqualTo("no data\nOPERATION_NOT_FOUND: The document has no operation \"Zero\".");
        assertThat(graph.operation("").outcome("{ a }"))
                .isEqualTo("no data\nOPERATION_NOT_FOUND: The document has no operation \"\".");
    }

    @Test
    void of_another_kind_than_allowed_is_a_request_error() {
        var queriesOnly = graph.with(request -> request.allow(EnumSet.of(OperationType.QUERY)));
        assertThat(queriesOnly.outcome("{ a }")).isEqualTo("{'a':1}");
        assertThat(queriesOnly.outcome("mutation { b }"))
                .isEqualTo("no data\nOPERATION_NOT_ALLOWED: A mutation is not allowed here.");
    }

    @Test
    void is_in_the_summary() {
        assertThat(graph.run("query One { a }").summary().operationName()).isEqualTo("One");
        assertThat(graph.run("{ a }").summary().operationName()).isNull();
        assertThat(graph.operation("no\nname").run("query One { a }").summary().operationName())
                .isNull();
    }
}
