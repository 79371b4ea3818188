package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTest {
    private final List<String> seen = new ArrayList<>();

    @Test
    void nodes_are_entered_and_left_in_the_order_of_the_source() {
        Visitor.builder()
                .enter(Field.class, field -> seen.add("+" + field.name()))
                .leave(Field.class, field -> seen.add("-" + field.name()))
                .enter(Argument.class, argument -> seen.add(argument.name()))
                .build()
                .visit(Parser.parse("{ a(x: 1) { b c(y: 2, z: 3) } }"));

        assertThat(seen).containsExactly("+a", "x", "+b", "-b", "+c", "y", "z", "-c", "-a");
    }

    @Test
    void a_kind_may_be_an_interface() {
        Visitor.builder()
                .enter(
                        Selection.class,
                        selection -> seen.add(selection.getClass().getSimpleName()))
                .build()
                .visit(Parser.parse("{ a ...F ... { b } }"));

        assertThat(seen).containsExactly("Field", "FragmentSpread", "InlineFragment", "Field");
    }

    @Test
    void children_may_be_left_out() {
        Visitor.builder()
                .into(Field.class, field -> !field.name().equals("secret"))
                .enter(Field.class, field -> seen.add(field.name()))
                .leave(Field.class, field -> seen.add("-" + field.name()))
                .build()
                .visit(Parser.parse("{ a secret { b } c { d } }"));

        assertThat(seen).containsExactly("a", "-a", "secret", "-secret", "c", "d", "-d", "-c");
    }

    /** Every node of a tree that is read stands where its source has it: so the order is that of the places. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void all_nodes_are_visited_once(long seed) {
        Document document = Parser.parse(Printer.print(new RandomDocuments(seed).any()));
        List<Node> entered = new ArrayList<>();
        List<Node> left = new ArrayList<>();
        Visitor.builder()
                .enter(Node.class, entered::add)
                .leave(Node.class, left::add)
                .build()
                .visit(document);

        assertThat(entered)
                .isSortedAccordingTo((a, b) ->
                        Integer.compare(a.location().start(), b.location().start()));
        assertThat(left)
                .isSortedAccordingTo((a, b) ->
                        Integer.compare(a.location().end(), b.location().end()));
        assertThat(left).hasSameSizeAs(entered);
        assertThat(entered).hasSize(count(Trees.describe(document)));
    }

    /** The nodes in a description: its opening parentheses outside of strings. */
    private static int count(String description) {
        return (int) description
                .replaceAll("\"(\\\\.|[^\"\\\\])*\"", "")
                .chars()
                .filter(c -> c == '(')
                .count();
    }

    @Test
    void trees_of_any_depth_are_visited() {
        Value value = new NullValue(Location.NONE);
        for (int i = 0; i < 1_000_000; i++) value = new ListValue(List.of(value), Location.NONE);
        int[] count = {0};
        Visitor.builder().leave(ListValue.class, list -> count[0]++).build().visit(value);

        assertThat(count[0]).isEqualTo(1_000_000);
    }
}
