package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameLocationTest {
    @Test
    void names_are_found_behind_keywords_descriptions_and_aliases() {
        String text = """
            "d" query Q("d" $v: Int = E) @x(y: {z: 1}) { a: b ...F }
            \"""d\""" fragment G on T { c }
            schema { query: R }
            "d" type T implements I { "d" f("d" i: Int): [J!] }
            directive # comment
             @d(k: Int) on FIELD
            enum K { "d" L }
            extend scalar M @n
            extend input O { p: Int }
            """;
        List<String> names = new ArrayList<>();
        Visitor.builder()
                .enter(Node.class, node -> {
                    Location at = NameLocation.of(node);
                    if (at.equals(node.location()) && !(node instanceof NamedType || node instanceof EnumValue)) return;
                    names.add(text.substring(at.start(), at.end()));
                })
                .build()
                .visit(Parser.parse(text));

        assertThat(String.join(" ", names))
                .isEqualTo("Q v v Int E x y z b F G T R T I f i Int J d k Int K L M n O p Int");
    }

    @Test
    void without_a_name_it_is_the_location_of_the_node() {
        Node query = Parser.parse("{ a }").definitions().getFirst();

        assertThat(NameLocation.of(query)).isSameAs(query.location());
        assertThat(NameLocation.of(new NamedType("T", Location.NONE))).isSameAs(Location.NONE);
    }
}
