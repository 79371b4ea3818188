package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.SchemaReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars, Result Coercion</a> */
class ResultCoercionTest {
    private static final String SCHEMA = """
        enum Day { MONDAY TUESDAY }
        scalar Json
        scalar Seconds
        scalar Broken
        type Query {
          int: Int float: Float string: String boolean: Boolean id: ID day: Day json: Json seconds: Seconds
          broken: Broken days: [Day] strict: Seconds!
        }
        """;

    private final TestGraph graph = TestGraph.of(
            SchemaReader.from(Source.of("schema.graphql", SCHEMA))
                    .scalar("Seconds", new Seconds())
                    .scalar("Broken", new Broken())
                    .read(),
            wiring -> {});

    /** Instants as seconds since the epoch. */
    private static final class Seconds implements Coercion {
        @Override
        public Object coerceInput(Object value) {
            return Instant.ofEpochSecond(((Number) value).longValue());
        }

        @Override
        public Object coerceResult(Object value) throws CoercionException {
            if (value instanceof Instant instant) return instant.getEpochSecond();
            throw new CoercionException("Seconds cannot represent " + value + ".");
        }
    }

    /** Does what a coercion must not do. */
    private static final class Broken implements Coercion {
        @Override
        public Object coerceInput(Object value) {
            return value;
        }

        @Override
        public Object coerceResult(Object value) {
            return switch (value) {
                case Integer number -> throw new IllegalStateException("secret");
                case Boolean flag -> throw new AssertionError("secret");
                case Double number -> null;
                default -> List.of("x".repeat(1000), Instant.EPOCH); // JSON has no form for the second
            };
        }
    }

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("int", 7, "7"),
                arguments("int", Integer.MIN_VALUE, "-2147483648"),
                arguments("int", 7L, "7"),
                arguments("int", (short) 7, "7"),
                arguments("int", (byte) 7, "7"),
                arguments("int", 7.0, "7"),
                arguments("int", 7.0f, "7"),
                arguments("int", new BigInteger("7"), "7"),
                arguments("int", new BigDecimal("7E2"), "700"),
                arguments("int", "7", "7"),
                arguments("int", true, "1"),
                arguments("int", new AtomicInteger(7), "7"),
                arguments("float", 0.5, "0.5"),
                arguments("float", 0.1f, "0.1"),
                arguments("float", 1e300, "1.0E300"),
                arguments("float", -0.0, "-0.0"),
                arguments("float", 7, "7"),
                arguments("float", 7L, "7"),
                arguments("float", new BigDecimal("0.10"), "0.10"),
                arguments("float", new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                arguments("float", "0.5", "0.5"),
                arguments("float", false, "0"),
                arguments("string", "text", "'text'"),
                arguments("string", "", "''"),
                arguments("string", new StringBuilder("built"), "'built'"),
                arguments("string", 'c', "'c'"),
                arguments("string", true, "'true'"),
                arguments("string", 7, "'7'"),
                arguments("string", 0.5, "'0.5'"),
                arguments("string", DayOfWeek.MONDAY, "'MONDAY'"),
                arguments("string", new UUID(0, 1), "'00000000-0000-0000-0000-000000000001'"),
                arguments("string", "a\uD800b", "'a\uFFFDb'"),
                arguments("boolean", true, "true"),
                arguments("boolean", 1, "true"),
                arguments("boolean", 0L, "false"),
                arguments("id", "abc", "'abc'"),
                arguments("id", 7, "'7'"),
                arguments("id", Long.MAX_VALUE, "'9223372036854775807'"),
                arguments("id", new BigInteger("12345678901234567890"), "'12345678901234567890'"),
                arguments("id", new UUID(0, 1), "'00000000-0000-0000-0000-000000000001'"),
                arguments("day", "MONDAY", "'MONDAY'"),
                arguments("day", DayOfWeek.TUESDAY, "'TUESDAY'"),
                arguments("json", Map.of("a", List.of(1, true, "x")), "{'a':[1,true,'x']}"),
                arguments("json", 7, "7"),
                arguments("seconds", Instant.ofEpochSecond(5), "5"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void writes_the_values_of_a_scalar(String field, Object value, String json) {
        assertThat(graph.root(Map.of(field, value)).outcome("{ f: " + field + " }"))
                .isEqualTo("{'f':" + json + "}");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("int", 2147483648L, "Int cannot represent value: 2147483648"),
                arguments("int", 7.5, "Int cannot represent value: 7.5"),
                arguments("int", Double.NaN, "Int cannot represent value: NaN"),
                arguments("int", 1e10, "Int cannot represent value: 1.0E10"),
                arguments("int", new BigDecimal("1E+1000000000"), "Int cannot represent value: 1E+1000000000"),
                arguments("int", "seven", "Int cannot represent value: \"seven\""),
                arguments("int", "", "Int cannot represent value: \"\""),
                arguments("int", new ArrayList<>(), "Int cannot represent value: a ArrayList"),
                arguments("float", Double.NaN, "Float cannot represent value: NaN"),
                arguments("float", Double.POSITIVE_INFINITY, "Float cannot represent value: Infinity"),
                arguments("float", Float.NaN, "Float cannot represent value: NaN"),
                arguments("float", "x", "Float cannot represent value: \"x\""),
                arguments("float", new BigDecimal("1E400"), "Float cannot represent value: 1E+400"),
                arguments("float", "1e400", "Float cannot represent value: \"1e400\""),
                arguments("string", Instant.EPOCH, "String cannot represent value: a Instant"),
                arguments("string", new Object(), "String cannot represent value: a Object"),
                arguments("boolean", "true", "Boolean cannot represent value: \"true\""),
                arguments("boolean", 0.5, "Boolean cannot represent value: 0.5"),
                arguments("id", 1.5, "ID cannot represent value: 1.5"),
                arguments("id", true, "ID cannot represent value: true"),
                arguments("day", "SUNDAY", "Enum \"Day\" cannot represent value: \"SUNDAY\""),
                arguments("day", DayOfWeek.SUNDAY, "Enum \"Day\" cannot represent value: SUNDAY"),
                arguments("day", 1, "Enum \"Day\" cannot represent value: 1"),
                arguments("seconds", 5, "Seconds cannot represent 5."));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void puts_an_error_where_a_value_is_none_of_the_scalar(String field, Object value, String message) {
        assertThat(graph.root(Map.of(field, value)).outcome("{ __typename f: " + field + " }"))
                .isEqualTo("{'__typename':'Query','f':null}\nINVALID_RESULT f @1:14: " + message);
    }

    @Test
    void shows_no_more_of_a_wrong_value_than_fits_a_line() {
        assertThat(graph.root(Map.of("int", "x".repeat(10_000))).outcome("{ int }"))
                .isEqualTo("{'int':null}\nINVALID_RESULT int @1:3: Int cannot represent value: \"" + "x".repeat(60)
                        + "…\"");
    }

    @Test
    void writes_lists_of_enum_values() {
        assertThat(graph.root(Map.of("days", new DayOfWeek[] {DayOfWeek.MONDAY, DayOfWeek.SUNDAY}))
                        .outcome("{ days }"))
                .isEqualTo("{'days':['MONDAY',null]}\n"
                        + "INVALID_RESULT days.1 @1:3: Enum \"Day\" cannot represent value: SUNDAY");
    }

    @Test
    void masks_what_a_coercion_throws_unexpectedly() {
        for (Object value : List.of(1, true, 0.5, "text")) {
            Response response = graph.root(Map.of("broken", value, "int", 1)).run("{ broken int }");
            assertThat(TestGraph.data(response)).isEqualTo("{'broken':null,'int':1}");
            assertThat(response.errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo("INTERNAL_ERROR");
                assertThat(error.message()).doesNotContain("secret");
            });
        }
    }

    enum Level {
        LOW,
        HIGH
    }

    @Test
    void gives_enum_values_the_names_of_what_stands_for_them() {
        var schema = SchemaReader.from(
                        Source.of("schema.graphql", "enum Level { LOW HIGH TOP } type Query { of(v: Level): Level }"))
                .enumValues("Level", Level.class)
                .enumValue("Level", "TOP", 3)
                .read();
        var levels = TestGraph.of(schema, wiring -> wiring.query("of", (arguments, context) -> arguments.get("v")));
        assertThat(levels.outcome("{ a: of(v: LOW) b: of(v: TOP) }")).isEqualTo("{'a':'LOW','b':'TOP'}");
        assertThat(levels.variables(Map.of("v", "HIGH")).outcome("query($v: Level) { of(v: $v) }"))
                .isEqualTo("{'of':'HIGH'}");
        assertThat(levels.variables(Collections.singletonMap("v", null)).outcome("query($v: Level) { of(v: $v) }"))
                .isEqualTo("{'of':null}");
    }
}
