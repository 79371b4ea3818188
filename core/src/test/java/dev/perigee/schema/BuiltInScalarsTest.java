package dev.perigee.schema;

import static dev.perigee.schema.BuiltInScalars.BOOLEAN;
import static dev.perigee.schema.BuiltInScalars.FLOAT;
import static dev.perigee.schema.BuiltInScalars.ID;
import static dev.perigee.schema.BuiltInScalars.INT;
import static dev.perigee.schema.BuiltInScalars.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perigee.language.Parser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the built-in scalars as tables. The executor writes results by the same rules. */
class BuiltInScalarsTest {
    private static final double BEYOND_INT = 2147483648.0;
    private static final BigDecimal HUGE = new BigDecimal("1e1000000000");
    private static final BigDecimal TINY = new BigDecimal("1e-1000000000");
    private static final UUID A_UUID = UUID.fromString("00000000-0000-0001-0000-000000000002");

    @ParameterizedTest(name = "{0} takes {1} as {2}")
    @MethodSource
    void input(ScalarType type, Object value, Object expected) {
        assertThat(type.coercion().coerceInput(value)).isEqualTo(expected);
    }

    static Stream<Arguments> input() {
        return Stream.of(
                arguments(INT, 1, 1),
                arguments(INT, -2147483648L, Integer.MIN_VALUE),
                arguments(INT, 2147483647L, Integer.MAX_VALUE),
                arguments(INT, 1.0, 1),
                arguments(INT, -0.0, 0),
                arguments(INT, 1e3, 1000),
                arguments(INT, 1.0f, 1),
                arguments(INT, (short) 7, 7),
                arguments(INT, (byte) 7, 7),
                arguments(INT, BigInteger.TEN, 10),
                arguments(INT, new BigDecimal("10.00"), 10),
                arguments(INT, new BigDecimal("1e3"), 1000),
                arguments(INT, new BigDecimal("0e1000000000"), 0),
                arguments(INT, new AtomicLong(3), 3),
                arguments(FLOAT, 1, 1.0),
                arguments(FLOAT, 1.5, 1.5),
                arguments(FLOAT, 0.1f, 0.1),
                arguments(FLOAT, 9007199254740993L, 9007199254740992.0),
                arguments(FLOAT, new BigDecimal("1.25"), 1.25),
                arguments(FLOAT, TINY, 0.0),
                arguments(STRING, "", ""),
                arguments(STRING, "a", "a"),
                arguments(BOOLEAN, true, true),
                arguments(BOOLEAN, false, false),
                arguments(ID, "", ""),
                arguments(ID, "a", "a"),
                arguments(ID, 4, "4"),
                arguments(ID, -4L, "-4"),
                arguments(ID, new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"));
    }

    @ParameterizedTest(name = "{0} does not take {1}")
    @MethodSource
    void bad_input(ScalarType type, Object value, String message) {
        assertThatThrownBy(() -> type.coercion().coerceInput(value))
                .isInstanceOf(CoercionException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> bad_input() {
        String range = "it is outside the range of 32 bits.";
        return Stream.of(
                arguments(INT, "1", "Int cannot represent \"1\": it is not an integer."),
                arguments(INT, "", "Int cannot represent \"\": it is not an integer."),
                arguments(INT, true, "Int cannot represent true: it is not an integer."),
                arguments(INT, 1.5, "Int cannot represent 1.5: it is not an integer."),
                arguments(INT, 2147483648L, "Int cannot represent 2147483648: " + range),
                arguments(INT, -2147483649L, "Int cannot represent -2147483649: " + range),
                arguments(INT, BEYOND_INT, "Int cannot represent 2.147483648E9: " + range),
                arguments(INT, 4294967297L, "Int cannot represent 4294967297: " + range),
                arguments(INT, HUGE, "Int cannot represent 1E+1000000000: " + range),
                arguments(INT, TINY, "Int cannot represent 1E-1000000000: it is not an integer."),
                arguments(INT, Double.NaN, "Int cannot represent NaN: it is not an integer."),
                arguments(INT, Double.NEGATIVE_INFINITY, "Int cannot represent -Infinity: it is not an integer."),
                arguments(INT, List.of(1), "Int cannot represent a list: it is not an integer."),
                arguments(INT, Map.of(), "Int cannot represent an object: it is not an integer."),
                arguments(FLOAT, "1", "Float cannot represent \"1\": it is not a number."),
                arguments(FLOAT, false, "Float cannot represent false: it is not a number."),
                arguments(FLOAT, Double.NaN, "Float cannot represent NaN: it is not a finite double."),
                arguments(
                        FLOAT, Float.POSITIVE_INFINITY, "Float cannot represent Infinity: it is not a finite double."),
                arguments(FLOAT, HUGE, "Float cannot represent 1E+1000000000: it is not a finite double."),
                arguments(FLOAT, BigInteger.TWO.pow(2000), tooLarge()),
                arguments(STRING, 1, "String cannot represent 1: it is not a string."),
                arguments(STRING, true, "String cannot represent true: it is not a string."),
                arguments(STRING, List.of("a"), "String cannot represent a list: it is not a string."),
                arguments(BOOLEAN, "true", "Boolean cannot represent \"true\": it is not true or false."),
                arguments(BOOLEAN, 1, "Boolean cannot represent 1: it is not true or false."),
                arguments(ID, 4.0, "ID cannot represent 4.0: it is not a string or an integer."),
                arguments(ID, true, "ID cannot represent true: it is not a string or an integer."),
                arguments(ID, Map.of(), "ID cannot represent an object: it is not a string or an integer."));
    }

    private static String tooLarge() {
        String digits = BigInteger.TWO.pow(2000).toString().substring(0, 60);
        return "Float cannot represent " + digits + "…: it is not a finite double.";
    }

    @ParameterizedTest(name = "{0} takes the literal {1} as {2}")
    @MethodSource
    void literal(ScalarType type, String literal, Object expected) {
        assertThat(type.coercion().coerceLiteral(Parser.parseConstValue(literal)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> literal() {
        return Stream.of(
                arguments(INT, "1", 1),
                arguments(INT, "-2147483648", Integer.MIN_VALUE),
                arguments(INT, "-0", 0),
                arguments(FLOAT, "1", 1.0),
                arguments(FLOAT, "-1.5e3", -1500.0),
                arguments(FLOAT, "1e-400", 0.0),
                arguments(STRING, "\"a\"", "a"),
                arguments(STRING, "\"\"\"\n  a\n\"\"\"", "a"),
                arguments(BOOLEAN, "true", true),
                arguments(ID, "\"a\"", "a"),
                arguments(ID, "123456789012345678901234567890", "123456789012345678901234567890"));
    }

    @ParameterizedTest(name = "{0} does not take the literal {1}")
    @MethodSource
    void bad_literal(ScalarType type, String literal, String reason) {
        assertThatThrownBy(() -> type.coercion().coerceLiteral(Parser.parseConstValue(literal)))
                .isInstanceOf(CoercionException.class)
                .hasMessage(type + " cannot represent " + literal + ": " + reason);
    }

    static Stream<Arguments> bad_literal() {
        return Stream.of(
                arguments(INT, "1.0", "it is not an integer."),
                arguments(INT, "\"1\"", "it is not an integer."),
                arguments(INT, "ONE", "it is not an integer."),
                arguments(INT, "2147483648", "it is outside the range of 32 bits."),
                arguments(INT, "99999999999999999999", "it is outside the range of 32 bits."),
                arguments(FLOAT, "1e400", "it is not a finite double."),
                arguments(FLOAT, "\"1\"", "it is not a number."),
                arguments(STRING, "1", "it is not a string."),
                arguments(STRING, "A", "it is not a string."),
                arguments(BOOLEAN, "1", "it is not true or false."),
                arguments(BOOLEAN, "\"true\"", "it is not true or false."),
                arguments(ID, "4.0", "it is not a string or an integer."),
                arguments(ID, "true", "it is not a string or an integer."),
                arguments(ID, "A", "it is not a string or an integer."));
    }

    @ParameterizedTest(name = "{0} gives {1} as {2}")
    @MethodSource
    void result(ScalarType type, Object value, Object expected) {
        assertThat(type.coercion().coerceResult(value)).isEqualTo(expected);
    }

    static Stream<Arguments> result() {
        return Stream.of(
                arguments(INT, 1, 1),
                arguments(INT, 1L, 1),
                arguments(INT, 1.0, 1),
                arguments(INT, new BigDecimal("1e3"), 1000),
                arguments(INT, true, 1),
                arguments(INT, false, 0),
                arguments(INT, "2", 2),
                arguments(INT, "-2.0", -2),
                arguments(INT, "1e3", 1000),
                arguments(FLOAT, 1, 1.0),
                arguments(FLOAT, 1.5f, 1.5),
                arguments(FLOAT, true, 1.0),
                arguments(FLOAT, "2.5", 2.5),
                arguments(STRING, "a", "a"),
                arguments(STRING, new StringBuilder("a"), "a"),
                arguments(STRING, 'a', "a"),
                arguments(STRING, true, "true"),
                arguments(STRING, 1, "1"),
                arguments(STRING, 1.5, "1.5"),
                arguments(STRING, HUGE, "1E+1000000000"),
                arguments(STRING, TimeUnit.DAYS, "DAYS"),
                arguments(STRING, A_UUID, "00000000-0000-0001-0000-000000000002"),
                arguments(STRING, URI.create("a:b"), "a:b"),
                arguments(STRING, LocalDate.EPOCH, "1970-01-01"),
                arguments(STRING, Duration.ofSeconds(1), "PT1S"),
                arguments(BOOLEAN, true, true),
                arguments(BOOLEAN, 0, false),
                arguments(BOOLEAN, 0.5, true),
                arguments(ID, "a", "a"),
                arguments(ID, 4, "4"),
                arguments(ID, 4.0, "4"),
                arguments(ID, BigInteger.TEN, "10"),
                arguments(ID, A_UUID, "00000000-0000-0001-0000-000000000002"),
                arguments(ID, TimeUnit.DAYS, "DAYS"));
    }

    @ParameterizedTest(name = "{0} does not give {1}")
    @MethodSource
    void bad_result(ScalarType type, Object value, String message) {
        assertThatThrownBy(() -> type.coercion().coerceResult(value))
                .isInstanceOf(CoercionException.class)
                .hasMessage(type + " cannot represent " + message);
    }

    static Stream<Arguments> bad_result() {
        return Stream.of(
                arguments(INT, "", "\"\": it is not an integer."),
                arguments(INT, "x", "\"x\": it is not an integer."),
                arguments(INT, "1.5", "\"1.5\": it is not an integer."),
                arguments(INT, " 1", "\" 1\": it is not an integer."),
                arguments(INT, "2147483648", "\"2147483648\": it is outside the range of 32 bits."),
                arguments(INT, "1e1000000000", "\"1e1000000000\": it is outside the range of 32 bits."),
                arguments(INT, 3_000_000_000L, "3000000000: it is outside the range of 32 bits."),
                arguments(INT, 1.5, "1.5: it is not an integer."),
                arguments(INT, Double.NaN, "NaN: it is not an integer."),
                arguments(INT, List.of(), "a list: it is not an integer."),
                arguments(FLOAT, Double.NaN, "NaN: it is not a finite double."),
                arguments(FLOAT, "", "\"\": it is not a number."),
                arguments(FLOAT, "NaN", "\"NaN\": it is not a number."),
                arguments(FLOAT, Map.of(), "an object: it is not a number."),
                arguments(STRING, Double.POSITIVE_INFINITY, "Infinity: it is not a string."),
                arguments(STRING, List.of("a"), "a list: it is not a string."),
                arguments(STRING, new Object(), "a value of class Object: it is not a string."),
                arguments(BOOLEAN, "true", "\"true\": it is not true or false."),
                arguments(BOOLEAN, Double.NaN, "NaN: it is not true or false."),
                arguments(ID, true, "true: it is not a string or an integer."),
                arguments(ID, 4.5, "4.5: it is not a string or an integer."),
                arguments(ID, 1e300, "1.0E300: it is not a string or an integer."),
                arguments(ID, List.of(), "a list: it is not a string or an integer."));
    }
}
