package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Field-Collection">Field Collection</a> */
class CollectFieldsTest {
    private static final String SCHEMA = """
        interface Node { id: ID name: String }
        type Query implements Node { id: ID name: String a: Int b: Int c: Int self: Query node: Node list: [Query] }
        type Other implements Node { id: ID name: String }
        union Any = Query | Other
        """;

    private final TestGraph graph = TestGraph.of(SCHEMA).root(root());

    private static Map<String, Object> root() {
        Map<String, Object> root = new HashMap<>();
        root.putAll(Map.of("__typename", "Query", "id", "1", "name", "n", "a", 1, "b", 2, "c", 3));
        root.put("self", root);
        root.put("node", root);
        root.put("list", List.of(root, root));
        return root;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ a b c }                                                     | {'a':1,'b':2,'c':3}",
                "{ c b a }                                                     | {'c':3,'b':2,'a':1}",
                "{ b a b }                                                     | {'b':2,'a':1}",
                "{ x: a b a }                                                  | {'x':1,'b':2,'a':1}",
                "{ x: a y: a }                                                 | {'x':1,'y':1}",
                "{ a: b b: a }                                                 | {'a':2,'b':1}",
                "{ ... { b } a }                                               | {'b':2,'a':1}",
                "{ ...F a } fragment F on Query { b a }                        | {'b':2,'a':1}",
                "{ a ...F c } fragment F on Query { c b }                      | {'a':1,'c':3,'b':2}",
                "{ ...F ...F } fragment F on Query { b }                       | {'b':2}",
                "{ ...F ...G } fragment F on Query { b ...G } fragment G on Query { a c } | {'b':2,'a':1,'c':3}",
                "{ self { a } b self { c a } }                                 | {'self':{'a':1,'c':3},'b':2}",
                "{ self { self { a } } self { b self { c } } }                 | {'self':{'self':{'a':1,'c':3},'b':2}}",
                "{ self { ...F } ...G } fragment F on Query { a } fragment G on Query { self { b ...F c } } |"
                        + " {'self':{'a':1,'b':2,'c':3}}",
                "{ list { a } list { b } }                                     |"
                        + " {'list':[{'a':1,'b':2},{'a':1,'b':2}]}",
                "{ ... on Node { name } id }                                   | {'name':'n','id':'1'}",
                "{ ... on Any { ... on Query { a } ... on Other { name } } }   | {'a':1}",
                "{ ... on Node { ... on Other { name } ... on Query { b } } }  | {'b':2}",
                "{ node { ... on Query { b } id ... on Other { n: name } ... on Query { a } } } |"
                        + " {'node':{'b':2,'id':'1','a':1}}",
                "{ __typename a t: __typename }                                |"
                        + " {'__typename':'Query','a':1,'t':'Query'}",
                "{ node { __typename } self { __typename } list { __typename } } |"
                    + " {'node':{'__typename':'Query'},'self':{'__typename':'Query'},'list':[{'__typename':'Query'},{'__typename':'Query'}]}",
            })
    void collects_in_order_of_first_appearance(String document, String data) {
        assertThat(graph.outcome(document)).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // selection                                   | neither | $x      | $y      | both
                "a @include(if: $x) b                          | b       | a,b     | b       | a,b",
                "a @skip(if: $x) b                             | a,b     | b       | a,b     | b",
                "a @skip(if: $x) b a                           | a,b     | b,a     | a,b     | b,a",
                "a @include(if: $x) b a @include(if: $y)       | b       | a,b     | b,a     | a,b",
                "a @include(if: $x) @skip(if: $y) b            | b       | a,b     | b       | b",
                "a @skip(if: $y) @include(if: $x) b            | b       | a,b     | b       | b",
                "a @include(if: true) @skip(if: true) b        | b       | b       | b       | b",
                "a @include(if: false) b @skip(if: false)      | b       | b       | b       | b",
                "a @skip(if: $x) a @include(if: $x) b          | a,b     | a,b     | a,b     | a,b",
                "... @include(if: $x) { c } a                  | a       | c,a     | a       | c,a",
                "... @skip(if: $x) { c } a c                   | c,a     | a,c     | c,a     | a,c",
                "... @include(if: $x) { a @include(if: $y) } b | b       | b       | b       | a,b",
                "...F @include(if: $x) a                       | a       | b,c,a   | a       | b,c,a",
                "...F @skip(if: $x) a ...F                     | b,c,a   | a,b,c   | b,c,a   | a,b,c",
                "...F @include(if: $x) a ...F @include(if: $y) | a       | b,c,a   | a,b,c   | b,c,a",
                "...F @include(if: false) a ...F               | a,b,c   | a,b,c   | a,b,c   | a,b,c",
                "...G @include(if: $x) c ...F                  | c,b     | b,c,a   | c,b     | b,c,a",
                "... @include(if: $x) { ...F } ... @include(if: $y) { c ...F } | | b,c | c,b  | b,c",
                "__typename @include(if: $x) a                 | a       | __typename,a | a  | __typename,a",
            })
    void leaves_out_what_does_not_count(String selections, String neither, String x, String y, String both) {
        String document =
                "query Q($x: Boolean!, $y: Boolean!) { x: __typename @skip(if: $x) y: __typename @skip(if: $y) "
                        + selections + " } query Other { ...F ...G }"
                        + " fragment F on Query { b c } fragment G on Query { ...F a }";
        assertThat(names(document, false, false)).isEqualTo(neither == null ? "" : neither);
        assertThat(names(document, true, false)).isEqualTo(x);
        assertThat(names(document, false, true)).isEqualTo(y);
        assertThat(names(document, true, true)).isEqualTo(both);
    }

    /** The response names but for x and y, which only use the variables. */
    private String names(String document, boolean x, boolean y) {
        Response response =
                graph.operation("Q").variables(Map.of("x", x, "y", y)).run(document);
        assertThat(response.errors()).isEmpty();
        Map<?, ?> data = (Map<?, ?>) response.asMap().get("data");
        return data.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !List.of("x", "y").contains(name))
                .collect(Collectors.joining(","));
    }
}
