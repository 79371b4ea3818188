package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.ListType;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.Source;
import dev.perigee.language.TypeReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schemas made to cost: clean messages, no overflow, and time that grows with their size alone. */
@Timeout(value = 60, unit = TimeUnit.SECONDS) // each takes a second or two on a slow machine
class HostileSchemaTest {
    private static final int MANY = 50_000;

    @Test
    void many_types() {
        Schema schema = read("type Query { a: T0 }"
                + many(MANY, i -> "type T" + i + " { a(b: Int = " + i + "): T" + (i * 7 % MANY) + " }"));
        assertThat(schema.types()).hasSizeGreaterThan(MANY);
    }

    @Test
    void many_unknown_types() {
        List<SchemaProblem> problems =
                problems("type Query { a: Int }" + many(MANY, i -> "type T" + i + " { a: X" + i + " }"));
        assertThat(problems).hasSize(MANY);
        assertThat(problems.getLast().message()).isEqualTo("\"T49999.a\" needs type \"X49999\", which is not defined.");
    }

    @Test
    void a_message_does_not_list_them_all() {
        String sdl = "type Query { a: Int }" + many(1_000, i -> "scalar S");
        assertThatThrownBy(() -> read(sdl))
                .hasMessageEndingWith("test:52:1: Type \"S\" is defined more than once.\nand 949 more");
    }

    @Test
    void many_of_the_same_name() {
        assertThat(problems("type Query { a: Int }" + many(MANY, i -> "scalar S")))
                .hasSize(MANY - 1);
        assertThat(problems("type Query {" + many(MANY, i -> "a: Int") + "}")).hasSize(MANY - 1);
        assertThat(problems("type Query { a: E } enum E {" + many(MANY, i -> "A") + "}"))
                .hasSize(MANY - 1);
        assertThat(problems("type Query { a: Int } union U =" + many(MANY, i -> "|Query")))
                .hasSize(MANY - 1);
    }

    @Test
    void many_wrong_default_values() {
        String values = many(1_000, i -> "VALUE" + i);
        List<SchemaProblem> problems = problems("type Query { a: Int } enum E {" + values + "} input I {"
                + many(20_000, i -> "a" + i + ": E = VALEU" + i) + "}");
        assertThat(problems).hasSize(20_000);
        assertThat(problems.getFirst().message()).contains("Did you mean \"VALUE0\"");
    }

    @Test
    void a_long_cycle_of_input_objects() {
        String types = many(MANY, i -> "input I" + i + " { a: I" + ((i + 1) % MANY) + "! }");
        assertThat(problems("type Query { a: Int }" + types))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("Input object \"I0\" can have no value, because it needs itself through \"I0.a\","
                                + " \"I1.a\"")
                        .endsWith(" and more."));
    }

    @Test
    void a_long_chain_of_input_objects() {
        read("type Query { a: Int }" + many(MANY, i -> "input I" + i + " { a: I" + (i + 1) + "! }") + "input I" + MANY
                + " { a: Int }");
    }

    @Test
    void many_one_ofs() {
        String types =
                many(MANY, i -> "input I" + i + " @oneOf { a: I" + (i * 31 % MANY) + " b: I" + ((i + 1) % MANY) + " }");
        assertThat(problems("type Query { a: Int }" + types)).isNotEmpty();
    }

    @Test
    void a_long_cycle_of_default_values() {
        String types = many(MANY, i -> "input I" + i + " { a: I" + ((i + 1) % MANY) + " = {} }");
        assertThat(problems("type Query { a: Int }" + types))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("needs itself, through ")
                        .endsWith(" and more."));
    }

    @Test
    void a_long_chain_of_default_values() {
        String types =
                many(MANY, i -> "input I" + i + " { a: I" + (i + 1) + " = {} }") + "input I" + MANY + " { a: Int }";
        assertThat(problems("type Query { a: Int }" + types))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("The default value of \"I49899.a\" needs more than 100 others inside each other."));
    }

    /** Every field of one type needs every field of the other. */
    @Test
    void default_values_that_need_many_others() {
        read("type Query { a: Int }"
                + "input A {" + many(MANY / 2, i -> "a" + i + ": B = {}") + "}"
                + "input B {" + many(MANY / 2, i -> "b" + i + ": C = {}") + "}"
                + "input C { c: [C] = [" + many(1000, i -> "{ c: [] }") + "] }");
    }

    @Test
    void many_directives_that_need_each_other() {
        String directives =
                many(MANY, i -> "directive @d" + i + "(a: Int @d" + ((i + 1) % MANY) + ") on ARGUMENT_DEFINITION");
        assertThat(problems("type Query { a: Int }" + directives)).hasSize(MANY);
    }

    /** Each type would have to have each field of the interface. */
    @Test
    void many_implementations_of_a_large_interface() {
        String types = many(20_000, i -> "type T" + i + " implements I { a: Int }");
        List<SchemaProblem> problems =
                problems("type Query { a: I } interface I {" + many(20_000, i -> "f" + i + ": Int") + "}" + types);
        assertThat(problems).hasSize(20_000);
        assertThat(problems.getFirst().message())
                .isEqualTo("Type \"T0\" must have fields \"f0\", \"f1\", \"f2\", \"f3\", \"f4\""
                        + " and more, because it implements \"I\".");
    }

    @Test
    void a_long_chain_of_interfaces() {
        String types = many(MANY, i -> "interface I" + i + " implements I" + (i + 1) + " { a: Int }");
        assertThat(problems("type Query { a: Int }" + types + " interface I" + MANY + " { a: Int }"))
                .hasSize(MANY - 1);
    }

    /** The parser allows less, but a builder does not ask the parser. */
    @Test
    void deep_wrapping() {
        TypeExpression type = Types.INT;
        for (int i = 0; i < 10_000; i++) type = Types.list(type);
        SchemaBuilder builder = Schema.builder().query(Types.object("Query").field("a", type));
        assertThatThrownBy(builder::build)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The type of \"Query.a\" has more than 100 lists and non-nulls around it.");
    }

    @Test
    void deep_types_of_variables() {
        TypeReference reference = new NamedType("Int", Location.NONE);
        for (int i = 0; i < 10_000; i++) reference = new ListType(reference, Location.NONE);
        Schema schema = read("type Query { a: Int }");
        Type type = schema.type(reference);
        assertThat(type).isEqualTo(schema.type(reference)).hasSameHashCodeAs(schema.type(reference));
        assertThat(type.toString()).hasSize(20_003);
        assertThat(type.named()).isSameAs(schema.type("Int"));
        assertThat(schema.isSubtype(type, schema.type(reference))).isTrue();
    }

    @Test
    void deep_literals() {
        String literal = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(problems("type Query { a(b: [Int] = " + literal + "): Int }"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("test:1:227:"));
    }

    private static String many(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static Schema read(String sdl) {
        return Schema.of(Source.of("test", sdl));
    }

    private static List<SchemaProblem> problems(String sdl) {
        try {
            read(sdl);
            return List.of();
        } catch (SchemaException exception) {
            return exception.problems();
        }
    }
}
