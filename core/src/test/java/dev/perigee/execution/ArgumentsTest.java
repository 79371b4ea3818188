package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments">Coercing Field Arguments</a> */
class ArgumentsTest {
    private static final String SCHEMA = """
        enum Color { RED GREEN }
        input Point { x: Int! y: Int! = 7 tag: String = "t" of: [Point!] }
        type Query {
          int(v: Int): String
          both(a: Int = 1, b: Int): String
          notNull(v: Int!): String
          float(v: Float): String
          string(v: String): String
          id(v: ID): String
          color(v: Color = GREEN): String
          point(v: Point): String
          fallback(v: Point = { x: 1 }): String
          list(v: [Int!]): String
          nested(v: [[Int]] = [1]): String
          objects: [Item]
        }
        type Item { echo(v: Int = 3): String }
        """;

    private final TestGraph graph = TestGraph.of(SCHEMA, wiring -> {
        for (String field : List.of(
                "int", "both", "notNull", "float", "string", "id", "color", "point", "fallback", "list", "nested")) {
            wiring.query(field, (arguments, context) -> arguments.asMap().toString());
        }
        wiring.query("objects", (arguments, context) -> List.of("a", "b"));
        wiring.type("Item", String.class, item -> item.field("echo", (text, arguments) -> text + arguments));
    });

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "int                                ; {}",
                "int(v: null)                       ; {v=null}",
                "int(v: -0)                         ; {v=0}",
                "int(v: -2147483648)                ; {v=-2147483648}",
                "both                               ; {a=1}",
                "both(a: null)                      ; {a=null}",
                "both(b: 2)                         ; {a=1, b=2}",
                "both(b: 2, a: 3)                   ; {a=3, b=2}",
                "notNull(v: 1)                      ; {v=1}",
                "float(v: 1)                        ; {v=1.0}",
                "float(v: 1e3)                      ; {v=1000.0}",
                "string(v: \"\"\" a \"\"\")             ; {v= a }",
                "string(v: \"\\u{1F600}\")          ; {v=\uD83D\uDE00}",
                "id(v: 1)                           ; {v=1}",
                "id(v: \"x\")                       ; {v=x}",
                "color                              ; {v=GREEN}",
                "color(v: RED)                      ; {v=RED}",
                "point(v: { x: 1 })                 ; {v={x=1, y=7, tag=t}}",
                "point(v: { tag: null, x: 1 })      ; {v={x=1, y=7, tag=null}}",
                "point(v: { x: 1, of: { x: 2 } })   ; {v={x=1, y=7, tag=t, of=[{x=2, y=7, tag=t}]}}",
                "point(v: { x: 1, of: [] })         ; {v={x=1, y=7, tag=t, of=[]}}",
                "fallback                           ; {v={x=1, y=7, tag=t}}",
                "list(v: 1)                         ; {v=[1]}",
                "list(v: [])                        ; {v=[]}",
                "nested                             ; {v=[[1]]}",
                "nested(v: [1, 2, 3])               ; {v=[[1], [2], [3]]}",
                "nested(v: [1, null, [3]])          ; {v=[[1], null, [3]]}",
            })
    void are_absent_null_given_or_default(String field, String called) {
        assertThat(graph.outcome("{ f: " + field + " }")).isEqualTo("{'f':'" + called + "'}");
    }

    @Test
    void are_the_same_for_all_objects_of_a_place() {
        assertThat(graph.variables(Map.of("v", 5))
                        .outcome("query($v: Int) { objects { echo a: echo(v: $v) b: echo(v: null) } }"))
                .isEqualTo("{'objects':[{'echo':'a{v=3}','a':'a{v=5}','b':'a{v=null}'},"
                        + "{'echo':'b{v=3}','a':'b{v=5}','b':'b{v=null}'}]}");
    }
}
