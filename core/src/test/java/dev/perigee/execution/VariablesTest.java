package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values">Coercing Variable Values</a> */
class VariablesTest {
    private static final String SCHEMA = """
        scalar Any
        enum Color { RED GREEN }
        input Point { x: Int! y: Int! = 7 tag: String of: [Point!] }
        input One @oneOf { id: ID name: String }
        type Query {
          int(v: Int): String
          intOr5(v: Int = 5): String
          intNotNull(v: Int! = 5): String
          float(v: Float): String
          string(v: String): String
          boolean(v: Boolean): String
          id(v: ID): String
          color(v: Color): String
          point(v: Point): String
          one(v: One): String
          list(v: [Int]): String
          strict(v: [Int!]!): String
          nested(v: [[Int]]): String
          any(v: Any): String
          two(a: Int, b: Int = 2): String
        }
        """;

    /** Each field shows the arguments that it is called with. */
    private final TestGraph graph = TestGraph.of(SCHEMA, wiring -> {
        for (String field : List.of(
                "int",
                "intOr5",
                "intNotNull",
                "float",
                "string",
                "boolean",
                "id",
                "color",
                "point",
                "one",
                "list",
                "strict",
                "nested",
                "any",
                "two")) {
            wiring.query(field, (arguments, context) -> arguments.asMap().toString());
        }
    });

    static Stream<Arguments> given() {
        return Stream.of(
                // field, type of the variable, value, what the field is called with
                arguments("int", "Int", 1, "{v=1}"),
                arguments("int", "Int", null, "{v=null}"),
                arguments("int", "Int!", 1L, "{v=1}"),
                arguments("int", "Int", 1.0, "{v=1}"),
                arguments("float", "Float", 1, "{v=1.0}"),
                arguments("float", "Float", 1.5, "{v=1.5}"),
                arguments("string", "String", "ä", "{v=ä}"),
                arguments("boolean", "Boolean", true, "{v=true}"),
                arguments("id", "ID", "a", "{v=a}"),
                arguments("id", "ID", 12, "{v=12}"),
                arguments("id", "ID", 12345678901L, "{v=12345678901}"),
                arguments("color", "Color", "RED", "{v=RED}"),
                arguments("point", "Point", Map.of("x", 1), "{v={x=1, y=7}}"),
                arguments("point", "Point", Map.of("y", 2, "x", 1), "{v={x=1, y=2}}"),
                arguments("point", "Point", point("x", 1, "tag", null), "{v={x=1, y=7, tag=null}}"),
                arguments("point", "Point", Map.of("x", 1, "of", Map.of("x", 2)), "{v={x=1, y=7, of=[{x=2, y=7}]}}"),
                arguments("one", "One", Map.of("id", 3), "{v={id=3}}"),
                arguments("list", "[Int]", List.of(1, 2), "{v=[1, 2]}"),
                arguments("list", "[Int]", 1, "{v=[1]}"),
                arguments("list", "[Int]", List.of(), "{v=[]}"),
                arguments("list", "[Int]", null, "{v=null}"),
                arguments("list", "[Int]", Collections.singletonList(null), "{v=[null]}"),
                arguments("strict", "[Int!]!", 4, "{v=[4]}"),
                arguments("nested", "[[Int]]", List.of(List.of(1), List.of(2, 3)), "{v=[[1], [2, 3]]}"),
                arguments("nested", "[[Int]]", List.of(1, 2, 3), "{v=[[1], [2], [3]]}"),
                arguments("nested", "[[Int]]", Arrays.asList(1, null, 3), "{v=[[1], null, [3]]}"),
                arguments("nested", "[[Int]]", 1, "{v=[[1]]}"),
                arguments("any", "Any", Map.of("a", List.of(1, "b")), "{v={a=[1, b]}}"));
    }

    private static Map<String, Object> point(Object... entries) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], entries[i + 1]);
        return map;
    }

    @ParameterizedTest
    @MethodSource("given")
    void are_coerced_to_their_types(String field, String type, Object value, String called) {
        String document = "query($v: %s) { %s(v: $v) }".formatted(type, field);
        assertThat(graph.variables(Collections.singletonMap("v", value)).outcome(document))
                .isEqualTo("{'%s':'%s'}".formatted(field, called));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("int", "Int", "1", ": Int cannot represent \"1\": it is not an integer."),
                arguments("int", "Int", 1.5, ": Int cannot represent 1.5: it is not an integer."),
                arguments(
                        "int",
                        "Int",
                        2147483648L,
                        ": Int cannot represent 2147483648: it is outside the range of 32 bits."),
                arguments("int", "Int", true, ": Int cannot represent true: it is not an integer."),
                arguments("int", "Int!", null, ": a value of type \"Int!\" must not be null."),
                arguments("float", "Float", "1.5", ": Float cannot represent \"1.5\": it is not a number."),
                arguments("float", "Float", Double.NaN, ": Float cannot represent NaN: it is not a finite double."),
                arguments("string", "String", 1, ": String cannot represent 1: it is not a string."),
                arguments("boolean", "Boolean", 1, ": Boolean cannot represent 1: it is not true or false."),
                arguments(
                        "boolean", "Boolean", "true", ": Boolean cannot represent \"true\": it is not true or false."),
                arguments("id", "ID", 1.5, ": ID cannot represent 1.5: it is not a string or an integer."),
                arguments("id", "ID", true, ": ID cannot represent true: it is not a string or an integer."),
                arguments("color", "Color", "BLUE", ": Enum \"Color\" has no value \"BLUE\"."),
                arguments("color", "Color", 1, ": Enum \"Color\" cannot represent 1: it is not the name of a value."),
                arguments("point", "Point", Map.of(), ": \"Point.x\" of type \"Int!\" is required."),
                arguments(
                        "point",
                        "Point",
                        Map.of("x", 1, "tga", 2),
                        ": \"Point\" has no field \"tga\". Did you mean \"tag\"?"),
                arguments(
                        "point", "Point", point("x", null), " at \"$v.x\": a value of type \"Int!\" must not be null."),
                arguments(
                        "point",
                        "Point",
                        Map.of("x", 1, "of", List.of(Map.of("x", "y"))),
                        " at \"$v.of[0].x\": Int cannot represent \"y\": it is not an integer."),
                arguments("point", "Point", List.of(1), ": \"Point\" cannot represent a list: it is not an object."),
                arguments("one", "One", Map.of(), ": exactly one field of \"One\" must be given."),
                arguments("one", "One", Map.of("id", 3, "name", "x"), ": exactly one field of \"One\" must be given."),
                arguments(
                        "one",
                        "One",
                        Collections.singletonMap("id", null),
                        ": the field given for \"One\" must not be null."),
                arguments(
                        "list",
                        "[Int]",
                        List.of(1, "2"),
                        " at \"$v[1]\": Int cannot represent \"2\": it is not an integer."),
                arguments(
                        "strict",
                        "[Int!]!",
                        Collections.singletonList(null),
                        " at \"$v[0]\": a value of type \"Int!\" must not be null."),
                arguments(
                        "nested",
                        "[[Int]]",
                        List.of(List.of(List.of(1))),
                        " at \"$v[0][0]\": Int cannot represent a list: it is not an integer."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void of_another_type_are_request_errors(String field, String type, Object value, String message) {
        String document = "query($v: %s) { %s(v: $v) }".formatted(type, field);
        assertThat(graph.variables(Collections.singletonMap("v", value)).outcome(document))
                .isEqualTo("no data\nBAD_USER_INPUT @1:7: Variable \"$v\" is wrong" + message);
    }

    @Test
    void that_are_missing_are_request_errors_if_they_are_required() {
        assertThat(graph.outcome("query($v: Int!) { int(v: $v) }"))
                .isEqualTo("no data\n"
                        + "BAD_USER_INPUT @1:7: Variable \"$v\" is wrong: a value of type \"Int!\" is"
                        + " required.");
    }

    @Test
    void all_that_are_wrong_are_told_at_once() {
        Response response =
                graph.variables(Map.of("a", "x", "b", "y")).run("query($a: Int, $b: Int) { two(a: $a, b: $b) }");
        assertThat(response.isRequestError()).isTrue();
        assertThat(response.errors()).hasSize(2);
    }

    @Test
    void that_are_not_declared_are_ignored() {
        assertThat(graph.variables(Map.of("w", 1)).outcome("{ int(v: 3) }")).isEqualTo("{'int':'{v=3}'}");
    }

    @Test
    void leave_an_argument_absent_if_they_are_absent() {
        String document = "query($v: Int, $w: Int) { two(a: $v, b: $w) }";
        assertThat(graph.outcome(document)).isEqualTo("{'two':'{b=2}'}");
        assertThat(graph.variables(point("v", null, "w", null)).outcome(document))
                .isEqualTo("{'two':'{a=null, b=null}'}");
    }

    @Test
    void have_defaults_that_count_only_when_they_are_absent() {
        String document = "query($v: Int = 9) { int(v: $v) intOr5(v: $v) }";
        assertThat(graph.outcome(document)).isEqualTo("{'int':'{v=9}','intOr5':'{v=9}'}");
        assertThat(graph.variables(point("v", null)).outcome(document))
                .isEqualTo("{'int':'{v=null}','intOr5':'{v=null}'}");
        assertThat(graph.variables(Map.of("v", 1)).outcome(document)).isEqualTo("{'int':'{v=1}','intOr5':'{v=1}'}");
    }

    @Test
    void leave_the_default_of_an_argument_if_they_are_absent() {
        assertThat(graph.outcome("query($v: Int) { intOr5(v: $v) intNotNull(v: $v) }"))
                .isEqualTo("{'intOr5':'{v=5}','intNotNull':'{v=5}'}");
    }

    @Test
    void that_are_null_where_null_is_not_allowed_are_an_error_of_the_field() {
        assertThat(graph.variables(point("v", null)).outcome("query($v: Int) { intNotNull(v: $v) int(v: 1) }"))
                .isEqualTo("{'intNotNull':null,'int':'{v=1}'}\nBAD_USER_INPUT intNotNull @1:18: "
                        + "Argument \"Query.intNotNull(v:)\" is wrong: a value of type \"Int!\" must not be null.");
    }

    @Test
    void stand_anywhere_in_literals() {
        String document = """
            query($x: Int!, $y: Int!, $tag: String, $i: Int, $of: [Point!]) {
              point(v: { tag: $tag, y: $y, x: $x, of: [{ x: $x }] })
              other: point(v: { x: $x, of: $of })
              list(v: [1, $i, $x])
              nested(v: [[$x], [$i]])
              any(v: { a: [$x, { b: $tag, c: RED }] })
            }
            """;
        assertThat(graph.variables(Map.of("x", 1, "y", 2)).outcome(document))
                .isEqualTo("{'point':'{v={x=1, y=2, of=[{x=1, y=7}]}}','other':'{v={x=1, y=7}}',"
                        + "'list':'{v=[1, null, 1]}','nested':'{v=[[1], [null]]}','any':'{v={a=[1, {c=RED}]}}'}");
        assertThat(graph.variables(Map.of("x", 1, "y", 2, "tag", "t", "i", 3, "of", Map.of("x", 5)))
                        .outcome(document))
                .isEqualTo("{'point':'{v={x=1, y=2, tag=t, of=[{x=1, y=7}]}}','other':'{v={x=1, y=7, of=[{x=5,"
                        + " y=7}]}}','list':'{v=[1, 3, 1]}','nested':'{v=[[1], [3]]}','any':'{v={a=[1, {b=t,"
                        + " c=RED}]}}'}");
    }
}
