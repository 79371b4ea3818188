package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewriterTest {
    @Test
    void nodes_are_replaced_by_kind() {
        Rewriter rewriter = Rewriter.builder()
                .on(
                        NamedType.class,
                        type -> type.name().equals("User") ? new NamedType("Person", type.location()) : type)
                .build();

        assertThat(rewrite(rewriter, "type Query { user(x: Int): [User!]! post: Post }"))
                .isEqualTo("type Query{user(x:Int):[Person!]!post:Post}");
    }

    @Test
    void a_function_for_an_interface_may_change_the_kind() {
        Rewriter rewriter = Rewriter.builder()
                .on(
                        Value.class,
                        value -> value instanceof EnumValue(String name, Location at)
                                ? new StringValue(name, false, at)
                                : value)
                .build();

        assertThat(rewrite(rewriter, "{ a(b: [C, 1], d: $e) }")).isEqualTo("{a(b:[\"C\" 1]d:$e)}");
    }

    @Test
    void null_leaves_out() {
        Rewriter rewriter = Rewriter.builder()
                .on(Field.class, field -> field.name().equals("secret") ? null : field)
                .on(StringValue.class, string -> null)
                .build();

        assertThat(rewrite(rewriter, "\"d\" query { a secret { b } c { secret d } }"))
                .isEqualTo("{a c{d}}");
    }

    @Test
    void functions_see_rewritten_children_and_what_those_before_them_returned() {
        Rewriter rewriter = Rewriter.builder()
                .on(
                        Field.class,
                        field -> field.selectionSet() != null
                                        && field.selectionSet().selections().isEmpty()
                                ? null
                                : field)
                .on(Field.class, field -> field.name().equals("a") ? null : field)
                .on(Field.class, field -> {
                    assertThat(field.name()).isNotEqualTo("a");
                    return field;
                })
                .build();

        assertThat(rewrite(rewriter, "{ x { a } y { a b } }")).isEqualTo("{y{b}}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void where_nothing_changes_the_tree_is_the_same_instance(long seed) {
        Document document = new RandomDocuments(seed).any();

        assertThat(Rewriter.builder().on(Node.class, node -> node).build().rewrite(document))
                .isSameAs(document);
    }

    /** Every place where a node can stand is rebuilt: all names change, and change back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_changes_everywhere_and_back_is_equal(long seed) {
        Document document = new RandomDocuments(seed).any();
        Document changed = leaves("x_", "").rewrite(document);

        assertThat(leaves("", "x_").rewrite(changed)).isEqualTo(document);
    }

    private static Rewriter leaves(String add, String remove) {
        return Rewriter.builder()
                .on(NamedType.class, n -> new NamedType(add + n.name().substring(remove.length()), n.location()))
                .on(Variable.class, n -> new Variable(add + n.name().substring(remove.length()), n.location()))
                .on(Name.class, n -> new Name(add + n.value().substring(remove.length()), n.location()))
                .on(
                        StringValue.class,
                        n -> new StringValue(add + n.value().substring(remove.length()), n.block(), n.location()))
                .on(IntValue.class, n -> new IntValue(add + n.value().substring(remove.length()), n.location()))
                .build();
    }

    @Test
    void untouched_parts_are_the_same_instances() {
        Document document = Parser.parse("{ a { b } c { d } }");
        Document changed = Rewriter.builder()
                .on(Field.class, field -> field.name().equals("d") ? null : field)
                .build()
                .rewrite(document);

        assertThat(selections(changed).getFirst()).isSameAs(selections(document).getFirst());
        assertThat(selections(changed).getLast())
                .isNotSameAs(selections(document).getLast());
    }

    private static List<Selection> selections(Document document) {
        return ((OperationDefinition) document.definitions().getFirst())
                .selectionSet()
                .selections();
    }

    @Test
    void what_can_not_stand_in_a_place_is_refused() {
        Document document = Parser.parse("fragment F on T { a(b: 1) }");
        Rewriter noValue = Rewriter.builder().on(IntValue.class, value -> null).build();
        Rewriter listOfType = Rewriter.builder()
                .on(TypeReference.class, type -> new ListType(type, type.location()))
                .build();

        assertThatThrownBy(() -> noValue.rewrite(document))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("An IntValue can't be left out here: document:1:24");
        assertThatThrownBy(() -> listOfType.rewrite(document))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected a NamedType in the place of the NamedType at document:1:15, found a ListType.");
    }

    @Test
    void trees_of_any_depth_are_rewritten() {
        Value value = new IntValue("1", Location.NONE);
        for (int i = 0; i < 100_000; i++) value = new ListValue(List.of(value), Location.NONE);
        Value changed = Rewriter.builder()
                .on(IntValue.class, number -> new IntValue("2", Location.NONE))
                .build()
                .rewrite(value);

        assertThat(changed).isNotSameAs(value);
    }

    private static String rewrite(Rewriter rewriter, String text) {
        return Printer.printCompact(rewriter.rewrite(Parser.parse(text)));
    }
}
