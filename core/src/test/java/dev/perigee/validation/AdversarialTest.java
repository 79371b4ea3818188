package dev.perigee.validation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that are made to be costly. What is counted is what the validator looks at: nodes, spreads, fields that meet.
 * Linear is to say: a document of twice the size takes twice the steps, whatever its size.
 */
class AdversarialTest {
    private static final ParserLimits LIMITS = new ParserLimits(64 << 20, 20_000_000, 1_000);

    private static final Schema SCHEMA = Schemas.of("""
        type Query { a(x: Int, y: In): Query b: Query l: [Query] n: Node u: U s(x: Int, in: In): String i: Int }
        interface Node { n: Node s: String a: Query }
        type A implements Node { n: Node s: String a: Query only: String }
        type B implements Node { n: Node s: String a: Query only: String }
        type C implements Node { n: Node s: String a: Query only: String }
        union U = A | B | C
        input In { x: Int in: In list: [In] }
        type Subscription { s: String t: String }
        """);

    /** What a document costs, and what is wrong with it. */
    private record Run(long steps, List<Problem> problems) {}

    private static Run run(String text) {
        Effort effort = new Effort();
        Document document = Parser.parse(Source.of("", text), LIMITS);
        List<Problem> problems = Validator.validate(SCHEMA, document, ValidationOptions.DEFAULT, effort);
        return new Run(effort.steps(), problems);
    }

    private static void assertLinear(IntFunction<String> text, int size) {
        assertThat(run(text.apply(size)).problems()).isEmpty();
        assertStepsLinear(text, size);
    }

    /** Four times the size, at most about four times the steps; and few of them for each byte. */
    private static void assertStepsLinear(IntFunction<String> text, int size) {
        Run small = run(text.apply(size));
        Run large = run(text.apply(4 * size));
        assertThat(large.steps()).isLessThan(5 * small.steps());
        assertThat(large.steps()).isLessThan(2L * text.apply(4 * size).length());
    }

    private static String repeat(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining(" "));
    }

    @Test
    void inline_fragments_of_depth_3_that_all_merge() {
        // 364 KB that took a validator in PHP two minutes.
        IntFunction<String> text =
                size -> "{ " + repeat(size, i -> "... { a { ... { a { ... { s } } } } ... { i } }") + " }";
        assertThat(text.apply(7_500).length()).isBetween(360_000, 368_000);
        assertLinear(text, 7_500 / 4);
    }

    @Test
    void the_same_field_ten_thousand_times() {
        assertLinear(size -> "{ " + repeat(size, i -> "x: s(x: 1)") + " }", 10_000);
        assertLinear(size -> "{ " + repeat(size, i -> "a { s }") + " }", 10_000);
    }

    @Test
    void a_hundred_thousand_aliases() {
        assertLinear(size -> "{ " + repeat(size, i -> "x" + i + ": s") + " }", 25_000);
    }

    @Test
    void names_with_the_same_hash_code() {
        assertLinear(size -> "{ " + repeat(size, i -> colliding(i) + ": s") + " }", 4_000);
    }

    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        return name.toString();
    }

    @Test
    void fragments_that_spread_the_next_twice() {
        // 2^n paths to the last.
        assertLinear(
                size -> "{ ...F0 } "
                        + repeat(
                                size,
                                i -> "fragment F" + i + " on Query { a { ...F" + (i + 1) + " } b { ...F" + (i + 1)
                                        + " } }")
                        + " fragment F" + size + " on Query { s }",
                1_000);
        assertLinear(
                size -> "{ ...F0 } "
                        + repeat(size, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                        + " fragment F" + size + " on Query { s }",
                1_000);
    }

    @Test
    void fragments_that_spread_each_other() {
        IntFunction<String> text = size ->
                "{ ...F0 } " + repeat(size, i -> "fragment F" + i + " on Query { a { ...F" + (i + 1) % size + " } }");
        assertStepsLinear(text, 500);
        assertThat(run(text.apply(100)).problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.FRAGMENT_CYCLE);
    }

    @Test
    void fragments_that_spread_each_other_in_many_ways() {
        String text = "{ ...F0 } "
                + repeat(
                        4_000,
                        i -> "fragment F%d on Query { a { ...F%d ...F%d } }"
                                .formatted(i, (i + 1) % 4_000, (i + 7) % 4_000));
        Run run = run(text);
        assertThat(run.steps()).isLessThan(limit(text));
        assertThat(run.problems()).extracting(Problem::code).contains(ProblemCode.FRAGMENT_CYCLE);
    }

    /** What a document may cost at most. */
    private static long limit(String text) {
        return ValidationOptions.DEFAULT.maxMergeSteps() + 10L * text.length();
    }

    @Test
    void many_operations_that_share_a_long_chain_of_fragments() {
        assertLinear(
                size -> repeat(size, i -> "query Q" + i + "($v: Int) { ...F0 }")
                        + repeat(size, i -> "fragment F" + i + " on Query { a { ...F" + (i + 1) + " } }")
                        + " fragment F" + size + " on Query { s(x: $v) }",
                1_000);
    }

    @Test
    void many_operations_that_enter_a_chain_at_all_its_places() {
        assertLinear(
                size -> repeat(size, i -> "query Q" + i + "($v: Int) { ...F" + i + " }")
                        + repeat(size, i -> "fragment F" + i + " on Query { a { ...F" + (i + 1) + " } }")
                        + " fragment F" + size + " on Query { s(x: $v) }",
                1_000);
    }

    @Test
    void many_variables_in_a_long_chain_of_fragments() {
        // One pass through the fragments for each 64 variables; what a pass does for a fragment is next to nothing.
        IntFunction<String> text = size -> "query (" + repeat(size, i -> "$v" + i + ": Int") + ") { ...F0 } "
                + repeat(
                        size,
                        i -> "fragment F" + i + " on Query { x" + i + ": s(x: $v" + i + ") a { ...F" + (i + 1) + " } }")
                + " fragment F" + size + " on Query { s }";
        Run run = run(text.apply(4_000));
        assertThat(run.problems()).isEmpty();
        assertThat(run.steps()).isLessThan(5L * text.apply(4_000).length());
    }

    @Test
    void many_subscriptions_that_share_many_fragments() {
        assertLinear(
                size -> repeat(size, i -> "subscription S" + i + " { ...F0 }")
                        + repeat(
                                size,
                                i -> "fragment F" + i + " on Subscription { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                        + " fragment F" + size + " on Subscription { s }",
                1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void nested_deep(int depth) {
        assertThat(run("{ a ".repeat(depth) + "{ s }" + " }".repeat(depth)).problems())
                .isEmpty();
        assertThat(run("{ ... ".repeat(depth) + "{ s }" + " }".repeat(depth)).problems())
                .isEmpty();
        String list = "{ list: [".repeat(depth / 2 - 1);
        String end = "] }".repeat(depth / 2 - 1);
        assertThat(run("{ s(in: " + list + end + ") }").problems()).isEmpty();
        assertThat(run("{ s(in: " + list + end + ") s(in: " + list + end + ") }")
                        .problems())
                .isEmpty();
        String merged = "a ".concat("{ a ".repeat(depth - 2)) + "{ s }" + " }".repeat(depth - 2);
        assertThat(run("{ " + merged + " " + merged + " }").problems()).isEmpty();
    }

    @Test
    void five_thousand_fields_that_all_conflict() {
        String query = "{ " + repeat(5_000, i -> "x: s(x: " + i + ")") + " }";
        Run run = run(query);
        assertThat(run.steps()).isLessThan(2L * query.length());
        assertThat(run.problems()).hasSize(101);
        assertThat(run.problems().getFirst().message()).contains("they have differing arguments");
        assertThat(run.problems().getLast().code()).isEqualTo(ProblemCode.TOO_MANY_PROBLEMS);
    }

    @Test
    void arguments_in_another_order_each_time() {
        assertLinear(
                size -> "{ "
                        + repeat(
                                size,
                                i -> i % 2 == 0
                                        ? "a(x: 1, y: {x: 1, in: {}}) { s }"
                                        : "a(y: {in: {}, x: 1}, x: 1) { s }")
                        + " }",
                2_000);
    }

    @Test
    void fields_of_many_objects_and_of_their_interface() {
        assertLinear(
                size -> "{ n { "
                        + repeat(
                                size,
                                i -> "n { s } ... on A { n { s only: s } } ... on B { n { s } } ... on C { n { s } }")
                        + " } }",
                500);
    }

    @Test
    void different_fields_below_fields_of_different_objects() {
        // All that is merged has to be looked at again, to tell apart what is of A and what of B.
        assertLinear(
                size -> "{ "
                        + repeat(size, i -> "u { ... on A { x: a { y: s(x: 1) } } ... on B { x: a { y: s(x: 2) } } }")
                        + " }",
                1_000);
    }

    @Test
    void many_problems_in_long_names() {
        // Names are quoted in messages, and nothing is more than a message that can be read.
        String name = "n".repeat(100_000);
        Run run = run("query " + name + " { " + repeat(1_000, i -> "s(x: $" + name.substring(0, 1_000) + ")") + " }");
        assertThat(run.problems())
                .hasSize(101)
                .allMatch(problem -> problem.message().length() <= 1_001);
    }

    @Test
    void ever_new_combinations_of_fragments_meet_a_limit() {
        // After a path of n steps, S<n>_<k> is among what is merged if step n - k was a: 2^n combinations.
        int n = 30;
        StringBuilder text = new StringBuilder("{ ...T0 }");
        for (int i = 0; i < n; i++) {
            int next = i + 1;
            text.append(" fragment T%d on Query { a { ...T%d ...S%d_1 } b { ...T%d } }".formatted(i, next, next, next));
            for (int k = 1; k <= i; k++) {
                text.append(" fragment S%d_%d on Query { a { ...S%d_%d } b { ...S%d_%d } }"
                        .formatted(i, k, next, k + 1, next, k + 1));
            }
        }
        for (int k = 1; k <= n; k++) text.append(" fragment S%d_%d on Query { s }".formatted(n, k));
        assertMeetsLimit(
                text.append(" fragment T%d on Query { s }".formatted(n)).toString());
    }

    @Test
    void fields_of_objects_that_go_with_those_of_interfaces_at_each_level_meet_a_limit() {
        int depth = 20;
        // Different fields, of different objects, under one response name: so that objects have to be told apart.
        StringBuilder text =
                new StringBuilder("{ u { ... on A { x: a { y: s(x: 1) } } ... on B { x: a { y: s(x: 2) } } } n ");
        for (int i = 0; i < depth; i++) {
            String deeper = "n { ".repeat(depth - i) + "s" + " }".repeat(depth - i);
            text.append("{ ... on A { %s } ... on B { %s } ... on C { %s } n ".formatted(deeper, deeper, deeper));
        }
        assertMeetsLimit(text.append("{ s }").append(" }".repeat(depth + 1)).toString());
    }

    private static void assertMeetsLimit(String text) {
        Run run = run(text);
        assertThat(run.steps()).isLessThan(limit(text));
        assertThat(run.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
            assertThat(problem.message()).startsWith("The fragments are spread in too many combinations");
            assertThat(problem.locations()).hasSize(1);
        });
    }
}
