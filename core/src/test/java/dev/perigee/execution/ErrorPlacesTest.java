package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.ClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where errors stand: their paths in the response, their locations in the document. */
class ErrorPlacesTest {
    private final TestGraph graph = TestGraph.of("""
        type Query { item: Item items: [Item] grid: [[Item]] fails: Int node: Node }
        interface Node { fails: Int }
        type Item implements Node { fails: Int item: Item list: [Int] }
        """, wiring -> {
                wiring.query("fails", (arguments, context) -> {
                    throw failure();
                });
                wiring.type(
                        "Item",
                        Object.class,
                        item -> item.field("fails", value -> {
                            throw failure();
                        }));
            })
            .root(Map.of(
                    "item", Map.of("item", Map.of("item", Map.of())),
                    "items", List.of(Map.of(), Map.of()),
                    "grid", List.of(List.of(), List.of(Map.of(), Map.of())),
                    "node", Map.of("__typename", "Item")));

    private static ClientException failure() {
        return new ClientException("NOT_NOW", "Not now.");
    }

    @Test
    void of_a_root_field() {
        assertThat(graph.outcome("{ fails }")).isEqualTo("{'fails':null}\nNOT_NOW fails @1:3: Not now.");
    }

    @Test
    void with_aliases_and_indices() {
        assertThat(graph.outcome("{ i: item { j: item { k: fails } } }"))
                .isEqualTo("{'i':{'j':{'k':null}}}\nNOT_NOW i.j.k @1:23: Not now.");
        assertThat(graph.outcome("{ g: grid { f: fails } }"))
                .isEqualTo("{'g':[[],[{'f':null},{'f':null}]]}\n"
                        + "NOT_NOW g.1.0.f @1:13: Not now.\nNOT_NOW g.1.1.f @1:13: Not now.");
    }

    @Test
    void of_a_field_that_is_selected_several_times() {
        assertThat(graph.outcome("""
            {
              item { fails }
              ...F
              item { ... on Node { fails } }
            }
            fragment F on Query { item { fails } }
            """))
                .isEqualTo("{'item':{'fails':null}}\nNOT_NOW item.fails @2:10 6:30 4:24: Not now.");
    }

    @Test
    void of_an_object_behind_an_interface() {
        assertThat(graph.outcome("{ node { ... on Item { fails } fails } }"))
                .isEqualTo("{'node':{'fails':null}}\nNOT_NOW node.fails @1:24 1:32: Not now.");
    }

    @Test
    void columns_count_utf16_units() {
        assertThat(graph.outcome("# \uD83D\uDE00\n{ item { # ä\n\tfails } }"))
                .isEqualTo("{'item':{'fails':null}}\nNOT_NOW item.fails @3:2: Not now.");
        assertThat(graph.outcome("query(\"\uD83D\uDE00\" $x: Boolean! = true) { item { fails @include(if: $x) } }"))
                .isEqualTo("{'item':{'fails':null}}\nNOT_NOW item.fails @1:42: Not now.");
    }

    @Test
    void errors_stand_in_the_order_of_the_response() {
        assertThat(graph.outcome("{ b: fails items { fails } a: fails }"))
                .isEqualTo("{'b':null,'items':[{'fails':null},{'fails':null}],'a':null}\n"
                        + "NOT_NOW b @1:3: Not now.\nNOT_NOW items.0.fails @1:20: Not now.\n"
                        + "NOT_NOW items.1.fails @1:20: Not now.\nNOT_NOW a @1:28: Not now.");
    }
}
