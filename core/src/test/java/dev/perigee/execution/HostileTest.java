package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.ParserLimits;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are made to hurt, and data that has no end: each ends soon, with an error that says what was too much. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileTest {
    private static final Schema SCHEMA = TestGraph.schema("""
        type Query { self: Query other: Query node: Node list: [Query] texts: [String] text: String a: Int
          echo(of: String, any: Any, list: [[[[Int]]]]): String }
        interface Node { self: Node a: Int }
        type One implements Node { self: Node a: Int }
        type Two implements Node { self: Node a: Int }
        type Three implements Node { self: Node a: Int }
        scalar Any
        """);

    private final TestGraph graph = graph(engine -> engine);

    private static TestGraph graph(UnaryOperator<Engine.Builder> configure) {
        Map<String, Object> root = new HashMap<>();
        root.put("self", root);
        root.put("other", root);
        root.put("a", 1);
        return TestGraph.of(
                        SCHEMA,
                        wiring -> wiring.query(
                                "echo",
                                (arguments, context) -> arguments.asMap().toString()),
                        configure)
                .root(root);
    }

    private void assertOverLimit(String document) {
        Response response = graph.run(document);
        assertThat(response.isRequestError()).isTrue();
        assertThat(response.errors())
                .first()
                .satisfies(error -> assertThat(error.code()).isEqualTo("LIMIT_EXCEEDED"));
    }

    @Test
    void nesting() {
        assertOverLimit("{ self ".repeat(10_000) + "{ a }" + "}".repeat(10_000));
        assertOverLimit("{ ... ".repeat(10_000) + "{ a }" + "}".repeat(10_000));
        assertOverLimit("{ echo(list: " + "[".repeat(10_000) + "]".repeat(10_000) + ") }");
        assertOverLimit("{ echo(any: " + "{ a: ".repeat(10_000) + "1" + "}".repeat(10_000) + ") }");
    }

    @Test
    void as_deep_as_is_allowed() throws InterruptedException {
        assertThat(outcomeOfNesting(ParserLimits.REQUEST.maxDepth(), 384 << 10)).startsWith("{'self':{'self':");
        assertThat(outcomeOfNesting(ParserLimits.GREATEST_DEPTH, 2 << 20)).startsWith("{'self':{'self':");
    }

    /** How much of the stack a level takes is up to the JIT: what counts is that the outcome is clean either way. */
    @Test
    void deeper_than_the_stack_of_the_thread() throws InterruptedException {
        assertThat(outcomeOfNesting(ParserLimits.GREATEST_DEPTH, 256 << 10))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome)
                                .isEqualTo(
                                        "no data\nLIMIT_EXCEEDED: The operation is nested deeper than the stack of its"
                                                + " thread holds."),
                        outcome -> assertThat(outcome)
                                .startsWith("{'self':{'self':")
                                .endsWith("}}"));
    }

    /** In a thread of its own with a stack of so many bytes. */
    private static String outcomeOfNesting(int depth, int stackBytes) throws InterruptedException {
        var deep = graph(engine -> engine.parserLimits(new ParserLimits(1 << 20, 100_000, depth)));
        String document = "{ self ".repeat(depth - 1) + "{ a }" + "}".repeat(depth - 1);
        return inThread(stackBytes, () -> deep.outcome(document));
    }

    private static String inThread(int stackBytes, Supplier<String> ask) throws InterruptedException {
        String[] outcome = new String[1];
        Thread thread = new Thread(null, () -> outcome[0] = ask.get(), "small", stackBytes);
        thread.start();
        thread.join();
        return outcome[0];
    }

    @Test
    void aliases() {
        assertOverLimit(IntStream.range(0, 100_000)
                .mapToObj(i -> "a" + i + ": a")
                .collect(Collectors.joining(" ", "{ ", " }")));
        String many =
                IntStream.range(0, 20_000).mapToObj(i -> "a" + i + ": a").collect(Collectors.joining(" ", "{ ", " }"));
        assertThat(graph.run(many).errors()).isEmpty();
    }

    @Test
    void the_same_field_again_and_again() {
        assertThat(graph.outcome("{ " + "a ".repeat(40_000) + "}")).isEqualTo("{'a':1}");
        assertThat(graph.outcome("{ " + "self { a } ".repeat(20_000) + "}")).isEqualTo("{'self':{'a':1}}");
    }

    @Test
    void fragments_that_double_at_each_level() {
        StringBuilder document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 60; i++) {
            document.append(" fragment F%d on Query { self { ...F%d } other { ...F%d } }".formatted(i, i + 1, i + 1));
        }
        assertOverLimit(document + " fragment F60 on Query { a }");
    }

    @Test
    void conditional_fragments_that_double_at_each_level() {
        StringBuilder document = new StringBuilder("query($x: Boolean!, $y: Boolean!) { ...F0 }");
        for (int i = 0; i < 60; i++) {
            document.append(" fragment F%d on Query { ...F%d @include(if: $x) ...F%d @include(if: $y) }"
                    .formatted(i, i + 1, i + 1));
        }
        assertOverLimit(document + " fragment F60 on Query { a }");
    }

    @Test
    void fields_below_interfaces_that_are_planned_for_each_type() {
        StringBuilder document = new StringBuilder("{ node ");
        document.append("{ self ".repeat(30))
                .append("{ a }")
                .append("}".repeat(30))
                .append("}");
        assertOverLimit(document.toString());
    }

    /** Legal, and deeper than a stack. */
    @Test
    void long_chains_of_fragments() {
        int length = 11_000;
        StringBuilder document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < length; i++) {
            document.append(" fragment F%d on Query { ...F%d }".formatted(i, i + 1));
        }
        document.append(" fragment F").append(length).append(" on Query { a }");
        assertThat(graph.outcome(document.toString())).isEqualTo("{'a':1}");
        String fields = document.toString()
                .replace("{ ...F", "{ self { ...F")
                .replace(" }", " } }")
                .replace("{ a } }", "{ a }");
        assertOverLimit(fields);
    }

    @Test
    void chains_of_fragments_in_a_thread_with_a_small_stack() throws InterruptedException {
        int length = 11_000;
        StringBuilder document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < length; i++) {
            document.append(" fragment F%d on Query { ...F%d }".formatted(i, i + 1));
        }
        document.append(" fragment F").append(length).append(" on Query { a }");
        assertThat(inThread(384 << 10, () -> graph.outcome(document.toString())))
                .isEqualTo("{'a':1}");
    }

    @Test
    void fragments_in_circles() {
        Response response = graph.run("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }");
        assertThat(response.isRequestError()).isTrue();
        assertThat(response.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.code()).isEqualTo("VALIDATION_FAILED"));
    }

    @Test
    void a_document_of_ten_megabytes() {
        assertOverLimit("{ a # " + "x".repeat(10 << 20) + "\n}");
        assertOverLimit("{ echo(of: \"" + "x".repeat(10 << 20) + "\") }");
    }

    @Test
    void text_that_is_no_unicode() {
        assertThat(graph.outcome("{ a \uD800 }")).startsWith("no data\nSYNTAX_ERROR");
        assertThat(graph.outcome("{ echo(of: \"\uDC00\") }")).startsWith("no data\nSYNTAX_ERROR");
        assertThat(graph.outcome("{ echo(of: \"\\uD800\") }")).startsWith("no data\nSYNTAX_ERROR");
        assertThat(graph.outcome("\u0000")).startsWith("no data\nSYNTAX_ERROR");
        assertThat(graph.variables(Map.of("of", "\uD800x")).outcome("query($of: String) { echo(of: $of) }"))
                .isEqualTo("{'echo':'{of=\uFFFDx}'}");
        assertThat(graph.root(Map.of("text", "\uDFFF")).outcome("{ text }")).isEqualTo("{'text':'\uFFFD'}");
        assertThat(graph.operation("\uD800").answer("query Q { a }")).contains("no operation \\'\uFFFD\\'");
    }

    @Test
    void numbers_that_are_huge() {
        String huge = "9".repeat(100_000);
        assertThat(graph.outcome("{ echo(list: " + huge + ") }")).startsWith("no data\nVALIDATION_FAILED");
        assertThat(graph.outcome("{ echo(any: " + huge + ") }")).startsWith("no data\nVALIDATION_FAILED");
        assertThat(graph.outcome("{ echo(any: 1e" + huge + ") }")).startsWith("no data\nVALIDATION_FAILED");
        assertThat(graph.outcome("{ echo(any: 1" + "0".repeat(500) + ") }")).startsWith("{'echo':'{any=10");
        assertThat(graph.variables(Map.of("l", new java.math.BigDecimal("1e1000000000")))
                        .outcome("query($l: [[[[Int]]]]) { echo(list: $l) }"))
                .startsWith("no data\nBAD_USER_INPUT");
        assertThat(graph.variables(Map.of("l", Double.NaN)).outcome("query($l: [[[[Int]]]]) { echo(list: $l) }"))
                .startsWith("no data\nBAD_USER_INPUT");
    }

    @Test
    void variables_that_are_deep_or_circular() {
        Object deep = 1;
        for (int i = 0; i < 100_000; i++) deep = List.of(deep);
        assertThat(graph.variables(Map.of("l", deep))
                        .run("query($l: [[[[Int]]]]) { echo(list: $l) }")
                        .errors())
                .isNotEmpty();
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        assertThat(graph.variables(Map.of("l", circle))
                        .run("query($l: [[[[Int]]]]) { echo(list: $l) }")
                        .errors())
                .isNotEmpty();
        assertThat(graph.variables(Map.of("a", deep))
                        .run("query($a: Any) { echo(any: $a) }")
                        .errors())
                .isNotEmpty();
    }

    @Test
    void a_response_that_is_too_large() {
        var small = graph(
                engine -> engine.limits(new EngineLimits(50_000, 100, 1_000, EngineLimits.DEFAULT.timeout(), 10)));
        assertThat(small.root(Map.of("texts", Collections.nCopies(10_000, "x"))).answer("{ texts }"))
                .isEqualTo("{'errors':[{'message':'The response is over the limit maxResponseBytes of 1000.',"
                        + "'extensions':{'code':'LIMIT_EXCEEDED'}}],'data':null}");
        assertThat(small.root(Map.of("text", "x".repeat(2_000))).outcome("{ text }"))
                .isEqualTo("null\nLIMIT_EXCEEDED: The response is over the limit maxResponseBytes of 1000.");
        assertThat(small.root(Map.of("text", "x".repeat(900))).run("{ text }").errors())
                .isEmpty();
    }

    @Test
    void errors_that_are_too_many() {
        var small = graph(
                engine -> engine.limits(new EngineLimits(50_000, 100, 100_000, EngineLimits.DEFAULT.timeout(), 10)));
        Response response = small.root(Map.of("list", Collections.nCopies(1_000_000, Map.of("a", "wrong"))))
                .run("{ list { a } }");
        assertThat(response.bytes().length).isLessThan(1_000);
        assertThat(TestGraph.describe(response))
                .isEqualTo("null\nLIMIT_EXCEEDED: The response is over the limit maxResponseBytes of 100000.");
    }

    @Test
    void lists_without_end() {
        var small = graph(
                engine -> engine.limits(new EngineLimits(50_000, 100, 100_000, EngineLimits.DEFAULT.timeout(), 10)));
        Iterable<Object> endless = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                return Map.of("a", 1);
            }
        };
        assertThat(small.root(Map.of("list", endless)).outcome("{ list { a } }"))
                .isEqualTo("null\nLIMIT_EXCEEDED: The response is over the limit maxResponseBytes of 100000.");
        assertThat(small.root(Map.of("texts", Stream.generate(() -> "x"))).outcome("{ texts }"))
                .isEqualTo("null\nLIMIT_EXCEEDED: The response is over the limit maxResponseBytes of 100000.");
        var calling = TestGraph.of(
                SCHEMA,
                wiring -> wiring.type(
                        "Query",
                        Object.class,
                        query ->
                                query.batch("text", (all, arguments, context) -> Collections.nCopies(all.size(), "t"))),
                engine -> engine.limits(new EngineLimits(50_000, 100, 100_000, EngineLimits.DEFAULT.timeout(), 10)));
        assertThat(calling.root(Map.of("list", endless)).outcome("{ list { text } }"))
                .isEqualTo("{'list':null}\n"
                        + "LIMIT_EXCEEDED list @1:3: The response is over the limit maxResponseBytes of 100000.");
    }

    @Test
    void introspection_that_goes_round_in_circles() {
        String document = "{ __schema { types { fields { type " + "{ fields { type ".repeat(40) + "{ name }"
                + "} }".repeat(40) + " } } } }";
        var small = graph(
                engine -> engine.limits(new EngineLimits(50_000, 100, 1 << 20, EngineLimits.DEFAULT.timeout(), 10)));
        Response response = small.run(document);
        assertThat(response.bytes().length).isLessThan(1 << 20);
    }
}
