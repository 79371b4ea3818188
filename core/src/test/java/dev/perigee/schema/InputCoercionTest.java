package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.language.Field;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule for literals and for variables, each value in both forms where both have it. */
class InputCoercionTest {
    private enum Color {
        RED,
        GREEN
    }

    private static final Schema SCHEMA = SchemaReader.from(Source.of("test", """
        type Query {
          field(required: Int!, optional: Int, defaulted: Int = 7, needed: Int! = 8, list: [Int], input: Input): Int
        }
        input Input { a: Int! b: String c: Int = 3 d: Input e: [Color!] = [RED] f: Nested = {} }
        input Nested { x: Int = 1 y: [Int] = 2 z: Input }
        input One @oneOf { a: Int b: String c: One }
        enum Color { RED GREEN BLUE }
        scalar Any
        scalar Upper
        """))
            .scalar("Upper", new Upper())
            .enumValue("Color", "RED", Color.RED)
            .enumValue("Color", "GREEN", Color.GREEN)
            .read();

    /** Its values come in with capitals. */
    private static final class Upper implements Coercion {
        @Override
        public Object coerceInput(Object value) {
            if (value instanceof String text) return text.toUpperCase(java.util.Locale.ROOT);
            throw new CoercionException("Upper wants a string.");
        }

        @Override
        public Object coerceResult(Object value) {
            return value;
        }
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource
    void good(String type, String literal, Object expected) {
        var value = Parser.parseConstValue(literal);
        assertThat(InputCoercion.coerceLiteral(value, type(type), Map.of(), "x"))
                .isEqualTo(new InputResult<>(expected, List.of()));
        Object plain = Literals.plain(value, Map.of());
        assertThat(InputCoercion.coerceValue(plain, type(type), "x")).isEqualTo(new InputResult<>(expected, List.of()));
    }

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("Int", "null", null),
                arguments("Int!", "1", 1),
                arguments("[Int]", "null", null),
                arguments("[Int]", "[]", List.of()),
                arguments("[Int]", "1", List.of(1)),
                arguments("[Int]", "[1, null, 3]", Arrays.asList(1, null, 3)),
                arguments("[Int!]!", "1", List.of(1)),
                // The table of the specification on nested lists, which changed with its edition of September 2025
                arguments("[[Int]]", "[[1], [2, 3]]", List.of(List.of(1), List.of(2, 3))),
                arguments("[[Int]]", "[1, 2, 3]", List.of(List.of(1), List.of(2), List.of(3))),
                arguments("[[Int]]", "[1, null, 3]", Arrays.asList(List.of(1), null, List.of(3))),
                arguments("[[Int]]", "[[1], [2, null]]", List.of(List.of(1), Arrays.asList(2, null))),
                arguments("[[Int]]", "1", List.of(List.of(1))),
                arguments("[[Int]]", "null", null),
                arguments("[[[Int!]!]!]!", "[1]", List.of(List.of(List.of(1)))),
                arguments(
                        "[Input]", "{ a: 1 }", List.of(input("a", 1, "c", 3, "e", List.of(Color.RED), "f", nested()))),
                arguments("Input", "{ a: 1 }", input("a", 1, "c", 3, "e", List.of(Color.RED), "f", nested())),
                arguments(
                        "Input",
                        "{ f: null, e: null, c: null, b: null, a: 1 }",
                        input("a", 1, "b", null, "c", null, "e", null, "f", null)),
                arguments(
                        "Input",
                        "{ a: 1, c: 2, f: { y: null } }",
                        input("a", 1, "c", 2, "e", List.of(Color.RED), "f", input("x", 1, "y", null))),
                arguments("One", "{ a: 1 }", Map.of("a", 1)),
                arguments("One", "{ c: { b: \"x\" } }", Map.of("c", Map.of("b", "x"))),
                arguments("Upper", "\"a\"", "A"),
                arguments("[Upper]", "[\"a\", null]", Arrays.asList("A", null)),
                arguments("Any", "{ a: [1, \"x\", true, null] }", Map.of("a", Arrays.asList(1, "x", true, null))));
    }

    @Test
    void enums_come_as_names_in_documents_and_as_strings_in_json() {
        assertThat(literal("[Color]", "[RED, BLUE]").value()).isEqualTo(List.of(Color.RED, "BLUE"));
        assertThat(value("[Color]", List.of("RED", "BLUE")).value()).isEqualTo(List.of(Color.RED, "BLUE"));
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource
    void bad_literals(String type, String literal, List<String> problems) {
        assertThat(messages(literal(type, literal))).isEqualTo(problems);
    }

    static Stream<Arguments> bad_literals() {
        return Stream.of(
                arguments("Int!", "null", List.of("1:1: \"x\" is wrong: a value of type \"Int!\" must not be null.")),
                arguments(
                        "[Int!]",
                        "[1, null, \"a\"]",
                        List.of(
                                "1:5: \"x\" is wrong at \"x[1]\": a value of type \"Int!\" must not be null.",
                                "1:11: \"x\" is wrong at \"x[2]\": Int cannot represent \"a\": it is not an integer.")),
                arguments(
                        "Color",
                        "\"RED\"",
                        List.of("1:1: \"x\" is wrong: Enum \"Color\" cannot represent \"RED\": it is"
                                + " not the name of a value.")),
                arguments(
                        "Color",
                        "REDD",
                        List.of("1:1: \"x\" is wrong: Enum \"Color\" has no value \"REDD\"."
                                + " Did you mean \"RED\"?")),
                arguments(
                        "Input",
                        "[]",
                        List.of("1:1: \"x\" is wrong: \"Input\" cannot represent a list: it is not an" + " object.")),
                arguments(
                        "Input",
                        "{ aa: 1, d: { b: 1, a: 2 } }",
                        List.of(
                                "1:3: \"x\" is wrong: \"Input\" has no field \"aa\". Did you mean \"a\"?",
                                "1:1: \"x\" is wrong: \"Input.a\" of type \"Int!\" is required.",
                                "1:18: \"x\" is wrong at \"x.d.b\": String cannot represent 1: it is not a string.")),
                arguments(
                        "Input",
                        "{ a: 1, a: 2 }",
                        List.of("1:9: \"x\" is wrong: \"Input.a\" is given more than once.")),
                arguments("One", "{}", List.of("1:1: \"x\" is wrong: exactly one field of \"One\" must be given.")),
                arguments(
                        "One",
                        "{ a: 1, b: null }",
                        List.of("1:1: \"x\" is wrong: exactly one field of \"One\" must be" + " given.")),
                arguments(
                        "One",
                        "{ a: null }",
                        List.of("1:1: \"x\" is wrong: the field given for \"One\" must not be" + " null.")),
                arguments("Upper", "1", List.of("1:1: \"x\" is wrong: Upper wants a string.")));
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource
    void bad_values(String type, Object value, List<String> problems) {
        assertThat(messages(value(type, value))).isEqualTo(problems);
    }

    static Stream<Arguments> bad_values() {
        return Stream.of(
                arguments("Int!", null, List.of("\"x\" is wrong: a value of type \"Int!\" must not be null.")),
                arguments(
                        "[[Int!]]",
                        List.of(1, Arrays.asList(2, null, "3")),
                        List.of(
                                "\"x\" is wrong at \"x[1][1]\": a value of type \"Int!\" must not be null.",
                                "\"x\" is wrong at \"x[1][2]\": Int cannot represent \"3\": it is not an integer.")),
                arguments(
                        "Color",
                        1,
                        List.of("\"x\" is wrong: Enum \"Color\" cannot represent 1: it is not the name of a"
                                + " value.")),
                arguments(
                        "Color",
                        "red",
                        List.of("\"x\" is wrong: Enum \"Color\" has no value \"red\". Did you mean" + " \"RED\"?")),
                arguments(
                        "Input",
                        "a",
                        List.of("\"x\" is wrong: \"Input\" cannot represent \"a\": it is not an object.")),
                arguments(
                        "Input",
                        input("b", 1, "cc", 1, "d", Map.of("a", "1")),
                        List.of(
                                "\"x\" is wrong: \"Input.a\" of type \"Int!\" is required.",
                                "\"x\" is wrong at \"x.b\": String cannot represent 1: it is not a string.",
                                "\"x\" is wrong at \"x.d.a\": Int cannot represent \"1\": it is not an integer.",
                                "\"x\" is wrong: \"Input\" has no field \"cc\". Did you mean \"c\"?")),
                arguments("One", Map.of(), List.of("\"x\" is wrong: exactly one field of \"One\" must be given.")),
                arguments(
                        "One",
                        input("a", 1, "b", null),
                        List.of("\"x\" is wrong: exactly one field of \"One\" must be" + " given.")),
                arguments(
                        "One",
                        input("a", null),
                        List.of("\"x\" is wrong: the field given for \"One\" must not be" + " null.")));
    }

    @Test
    void problems_are_capped() {
        List<Object> items = new ArrayList<>(Collections.nCopies(1_000_000, "x"));
        List<InputProblem> problems = value("[Int]", items).problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.getLast().message()).isEqualTo("\"x\" has more problems than are listed.");
    }

    @Test
    void nesting_is_bounded() {
        Map<String, Object> value = new LinkedHashMap<>(Map.of("a", 1));
        for (int depth = 0; depth < 100_000; depth++) value = new LinkedHashMap<>(Map.of("a", 1, "d", value));
        assertThat(messages(value("Input", value)))
                .singleElement()
                .asString()
                .isEqualTo("\"x\" is wrong: it is nested more than 500 levels deep.");
    }

    @Test
    void absent_variables_are_null_in_lists_and_absent_in_objects() {
        Map<String, Object> variables = input("one", 1, "nothing", null);
        assertThat(literal("[Int]", "[$one, $nothing, $absent]", variables).value())
                .isEqualTo(Arrays.asList(1, null, null));
        assertThat(literal("Nested", "{ x: $absent, y: $absent, z: $absent }", variables)
                        .value())
                .isEqualTo(nested());
        assertThat(literal("Nested", "{ x: $nothing, y: $one }", variables).value())
                .isEqualTo(input("x", null, "y", 1));
        assertThat(literal("Any", "{ a: $absent, b: [$absent, $one], c: $nothing }", variables)
                        .value())
                .isEqualTo(input("b", Arrays.asList(null, 1), "c", null));
        assertThat(messages(literal("[Int!]", "[$absent]", variables)))
                .containsExactly("1:2: \"x\" is wrong at \"x[0]\": a value of type \"Int!\" must not be null.");
        assertThat(messages(literal("Input", "{ a: $absent }", variables)))
                .containsExactly("1:1: \"x\" is wrong: \"Input.a\" of type \"Int!\" is required.");
        assertThat(messages(literal("Input", "{ a: $nothing }", variables)))
                .containsExactly("1:6: \"x\" is wrong at \"x.a\": a value of type \"Int!\" must not be null.");
    }

    @Test
    void one_of_needs_its_variable() {
        Map<String, Object> variables = input("one", 1, "nothing", null);
        assertThat(literal("One", "{ a: $one }", variables).value()).isEqualTo(Map.of("a", 1));
        assertThat(messages(literal("One", "{ a: $absent }", variables)))
                .containsExactly("1:1: \"x\" is wrong: exactly one field of \"One\" must be given.");
        assertThat(messages(literal("One", "{ a: 1, b: $absent }", variables)))
                .containsExactly("1:1: \"x\" is wrong: exactly one field of \"One\" must be given.");
        assertThat(messages(literal("One", "{ a: $nothing }", variables)))
                .containsExactly("1:1: \"x\" is wrong: the field given for \"One\" must not be null.");
    }

    @ParameterizedTest(name = "({0}) with {1}")
    @MethodSource
    void field_arguments(String arguments, Map<String, Object> variables, Object expected) {
        InputResult<?> result = coerceArguments(arguments.isEmpty() ? "" : "(" + arguments + ")", variables);
        assertThat(result.isValid() ? result.value() : messages(result)).isEqualTo(expected);
    }

    static Stream<Arguments> field_arguments() {
        return Stream.of(
                arguments("required: 1", Map.of(), input("required", 1, "defaulted", 7, "needed", 8)),
                arguments(
                        "required: 1, optional: null, defaulted: null",
                        Map.of(),
                        input("required", 1, "optional", null, "defaulted", null, "needed", 8)),
                arguments(
                        "required: $v, optional: $w, defaulted: $w, needed: $w, list: $w",
                        Map.of("v", 1),
                        input("required", 1, "defaulted", 7, "needed", 8)),
                arguments(
                        "required: $v, optional: $w, defaulted: $w",
                        input("v", 1, "w", null),
                        input("required", 1, "optional", null, "defaulted", null, "needed", 8)),
                arguments(
                        "needed: $w",
                        input("w", null),
                        List.of(
                                "1:3: Argument \"Query.field(required:)\" is wrong: it is required.",
                                "1:17: Argument \"Query.field(needed:)\" is wrong: a value of type \"Int!\" must not be"
                                        + " null.")),
                arguments(
                        "required: $v, list: [\"x\"]",
                        Map.of(),
                        List.of(
                                "1:9: Argument \"Query.field(required:)\" is wrong: it is required.",
                                "1:30: Argument \"Query.field(list:)\" is wrong at \"list[0]\": Int cannot represent"
                                        + " \"x\": it is not an integer.")));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource
    void variables(String definitions, Map<String, Object> raw, Object expected) {
        var operation = (OperationDefinition)
                Parser.parse("query (" + definitions + ") { a }").definitions().getFirst();
        InputResult<?> result = VariableValues.coerce(SCHEMA, operation.variableDefinitions(), raw);
        assertThat(result.isValid() ? result.value() : messages(result)).isEqualTo(expected);
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                arguments("$a: Int", Map.of(), Map.of()),
                arguments("$a: Int", input("a", null), input("a", null)),
                arguments("$a: Int = 1", Map.of(), Map.of("a", 1)),
                arguments("$a: Int = 1", input("a", null), input("a", null)),
                arguments("$a: Int! = 1", Map.of(), Map.of("a", 1)),
                arguments("$a: [Int] = 1", Map.of("other", 1), Map.of("a", List.of(1))),
                arguments("$a: Float", Map.of("a", 1), Map.of("a", 1.0)),
                arguments(
                        "$a: Int!, $b: Int!, $c: Input",
                        input("b", null, "c", Map.of("a", "1")),
                        List.of(
                                "1:8: Variable \"$a\" is wrong: a value of type \"Int!\" is required.",
                                "1:18: Variable \"$b\" is wrong: a value of type \"Int!\" must not be null.",
                                "1:28: Variable \"$c\" is wrong at \"$c.a\": Int cannot represent \"1\": it is not an"
                                        + " integer.")),
                arguments(
                        "$a: Int! = 1",
                        input("a", null),
                        List.of("1:8: Variable \"$a\" is wrong: a value of type" + " \"Int!\" must not be null.")),
                arguments(
                        "$a: Query",
                        Map.of(),
                        List.of("1:8: Variable \"$a\" is wrong: its type is not an input type of" + " the schema.")));
    }

    private static Map<String, Object> nested() {
        return input("x", 1, "y", List.of(2));
    }

    private static Map<String, Object> input(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }

    private static Type type(String text) {
        return Objects.requireNonNull(SCHEMA.type(Parser.parseType(text)), text);
    }

    private static InputResult<?> value(String type, Object value) {
        return InputCoercion.coerceValue(value, type(type), "x");
    }

    private static InputResult<?> literal(String type, String literal) {
        return literal(type, literal, Map.of());
    }

    private static InputResult<?> literal(String type, String literal, Map<String, Object> variables) {
        return InputCoercion.coerceLiteral(Parser.parseValue(literal), type(type), variables, "x");
    }

    private static InputResult<?> coerceArguments(String arguments, Map<String, Object> variables) {
        var operation = (OperationDefinition)
                Parser.parse("{ field" + arguments + " }").definitions().getFirst();
        Field field = (Field) operation.selectionSet().selections().getFirst();
        var definitions =
                Objects.requireNonNull(SCHEMA.queryType().field("field")).arguments();
        return InputCoercion.coerceArguments(definitions, field.arguments(), variables, field.location());
    }

    private static List<String> messages(InputResult<?> result) {
        return result.problems().stream()
                .map(problem -> problem.location() == dev.perigee.language.Location.NONE
                        ? problem.message()
                        : problem.location().line() + ":" + problem.location().column() + ": " + problem.message())
                .toList();
    }
}
