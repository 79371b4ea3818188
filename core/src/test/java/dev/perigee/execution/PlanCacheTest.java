package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which documents are planned again. A source that takes nothing over is asked for each field that is planned. */
class PlanCacheTest {
    private final List<String> planned = new ArrayList<>();

    private TestGraph graph(int cachedPlans) {
        EngineLimits limits = new EngineLimits(50_000, 100, 1 << 20, EngineLimits.DEFAULT.timeout(), cachedPlans);
        return TestGraph.of(
                        TestGraph.schema("type Query { a: Int b: Int }"),
                        wiring -> wiring.source(field -> {
                            planned.add(field.responseName());
                            return null;
                        }),
                        engine -> engine.limits(limits))
                .root(Map.of("a", 1, "b", 2));
    }

    @Test
    void plans_a_document_once() {
        var graph = graph(100);
        for (int i = 0; i < 5; i++) assertThat(graph.outcome("{ a }")).isEqualTo("{'a':1}");
        assertThat(planned).containsExactly("a");
    }

    @Test
    void plans_for_all_variables_at_once() {
        var graph = graph(100);
        String document = "query($x: Boolean!) { a @include(if: $x) b }";
        assertThat(graph.variables(Map.of("x", true)).outcome(document)).isEqualTo("{'a':1,'b':2}");
        assertThat(graph.variables(Map.of("x", false)).outcome(document)).isEqualTo("{'b':2}");
        assertThat(planned).containsExactly("a", "b");
    }

    @Test
    void plans_each_operation_of_a_document() {
        var graph = graph(100);
        String document = "query One { a } query Two { b }";
        for (int i = 0; i < 3; i++) {
            assertThat(graph.operation("One").outcome(document)).isEqualTo("{'a':1}");
            assertThat(graph.operation("Two").outcome(document)).isEqualTo("{'b':2}");
        }
        assertThat(planned).containsExactly("a", "b");
    }

    @Test
    void keeps_no_plan_of_a_wrong_document() {
        var graph = graph(100);
        for (int i = 0; i < 3; i++)
            assertThat(graph.run("{ nope }").isRequestError()).isTrue();
        assertThat(graph.operation("Nope").run("{ a }").isRequestError()).isTrue();
        assertThat(graph.outcome("{ a }")).isEqualTo("{'a':1}");
    }

    @Test
    void forgets_what_nobody_asks_for() {
        var graph = graph(10);
        graph.run("{ often: a }");
        graph.run("{ once: a }");
        for (int i = 0; i < 50; i++) {
            graph.run("{ x" + i + ": a }");
            graph.run("{ often: a }");
        }
        graph.run("{ once: a }");
        assertThat(planned).filteredOn("often"::equals).hasSize(1);
        assertThat(planned).filteredOn("once"::equals).hasSize(2);
    }

    @Test
    void keeps_fewer_of_those_that_are_large() {
        var graph = graph(100);
        List<String> large =
                IntStream.range(0, 40).mapToObj(PlanCacheTest::large).toList();
        large.forEach(graph::run);
        large.forEach(graph::run);
        assertThat(planned).hasSize(2 * 40 * 1_000);
        large.subList(35, 40).forEach(graph::run);
        assertThat(planned).as("the last ones are still there").hasSize(2 * 40 * 1_000);
    }

    private static String large(int number) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "n%d_%d: a".formatted(number, i))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }
}
