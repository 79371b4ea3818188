package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.language.EnumValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.Location;
import dev.perigee.language.StringValue;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import dev.perigee.sql.model.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqlScalarsTest {
    private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("BigInt", 5, 5L),
                Arguments.of("BigInt", "9223372036854775807", Long.MAX_VALUE),
                Arguments.of("BigInt", "-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("BigInt", BigInteger.TEN, 10L),
                Arguments.of("BigInt", 4.0, 4L),
                Arguments.of("Decimal", "10.50", new BigDecimal("10.50")),
                Arguments.of("Decimal", 0.1, new BigDecimal("0.1")),
                Arguments.of("Decimal", 3, new BigDecimal("3")),
                Arguments.of("Decimal", "1e3", new BigDecimal("1e3")),
                Arguments.of("UUID", "F81D4FAE-7dec-11d0-a765-00a0c91e6bf6", ID),
                Arguments.of("Date", "2024-02-29", LocalDate.of(2024, 2, 29)),
                Arguments.of("Time", "23:59:59.000000001", LocalTime.of(23, 59, 59, 1)),
                Arguments.of("LocalDateTime", "2026-01-01T00:00:00", LocalDateTime.of(2026, 1, 1, 0, 0)),
                Arguments.of("DateTime", "2026-01-01T02:00:00+02:00", Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of("DateTime", "2026-01-01t00:00:00.5z", Instant.parse("2026-01-01T00:00:00.5Z")),
                Arguments.of("DateTime", "2026-01-01T00:00:00-00:00", Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of("JSON", "a\"b", "\"a\\\"b\""),
                Arguments.of("JSON", List.of(1, Map.of("a", true), new BigDecimal("1.50")), "[1,{\"a\":true},1.50]"),
                Arguments.of("JSON", Arrays.asList(null, 1.5), "[null,1.5]"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void comeIn(String scalar, Object input, Object expected) {
        assertThat(coercion(scalar).coerceInput(input)).isEqualTo(expected);
    }

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of("BigInt", 5L, "5"),
                Arguments.of("Decimal", new BigDecimal("1E+3"), "1000"),
                Arguments.of("Decimal", new BigDecimal("0.10"), "0.10"),
                Arguments.of("Decimal", new BigDecimal("1E+99999"), "1E+99999"),
                Arguments.of("UUID", ID, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
                Arguments.of("Date", LocalDate.of(3, 2, 1), "0003-02-01"),
                Arguments.of("Time", LocalTime.of(10, 15), "10:15:00"),
                Arguments.of("LocalDateTime", LocalDateTime.of(2026, 1, 1, 0, 0), "2026-01-01T00:00:00"),
                Arguments.of("DateTime", Instant.parse("2026-01-01T00:00:00Z"), "2026-01-01T00:00:00Z"),
                Arguments.of("Base64", new byte[] {0, -1}, "AP8="),
                Arguments.of(
                        "JSON",
                        " [1, {\"a\": [true, \"\\u00e9\\n\"]}] ",
                        List.of(1L, Map.of("a", List.of(true, "é\n")))),
                Arguments.of("JSON", "-1.50e2", new BigDecimal("-1.50e2")),
                Arguments.of("JSON", "\"x\"", "x"),
                Arguments.of("JSON", "{}", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void goOut(String scalar, Object value, Object expected) {
        assertThat(coercion(scalar).coerceResult(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BigInt | 9223372036854775808 | it is outside the range of 64 bits",
                "BigInt | 1.5 | it is not a whole number of at most 19 digits",
                "BigInt | 5x | it is not a whole number of at most 19 digits",
                "Decimal | 1e99999 | it is not a decimal number",
                "Decimal | 1e9999 | it is longer than 1000 digits",
                "Decimal | .5 | it is not a decimal number",
                "Decimal | NaN | it is not a decimal number",
                "UUID | 1-1-1-1-1 | it is not a UUID",
                "Date | 2025-02-29 | it is not a date",
                "Date | +12025-02-28 | it is not a date",
                "Time | 10:15 | it is not a time of day",
                "Time | 24:00:00 | it is not a time of day",
                "LocalDateTime | 2025-02-28 10:15:00 | it is not a date and time without a zone",
                "LocalDateTime | 2025-02-28T10:15:00Z | it is not a date and time without a zone",
                "DateTime | 2025-02-28T10:15:00 | it is not a point in time",
                "DateTime | 2025-02-28T10:15:00+99:00 | it is not a point in time",
                "Base64 | A | it is not Base64 with padding",
                "Base64 | AP8 | it is not Base64 with padding",
                "Base64 | A-_= | it is not Base64 with padding"
            })
    void refuseOtherText(String scalar, String text, String why) {
        assertThatThrownBy(() -> coercion(scalar).coerceInput(text))
                .isInstanceOf(CoercionException.class)
                .hasMessageStartingWith(scalar + " cannot represent \"" + text + "\": " + why);
    }

    @Test
    void refuseValuesOfOtherClasses() {
        for (String scalar : SqlScalars.coercions().keySet()) {
            Coercion coercion = coercion(scalar);
            if (!scalar.equals("JSON")) {
                assertThatThrownBy(() -> coercion.coerceInput(true)).isInstanceOf(CoercionException.class);
                assertThatThrownBy(() -> coercion.coerceInput(Map.of())).isInstanceOf(CoercionException.class);
            }
            assertThatThrownBy(() -> coercion.coerceResult(new Object()))
                    .isInstanceOf(CoercionException.class)
                    .hasMessageContaining("a value of class Object");
        }
        assertThatThrownBy(() -> coercion("BigInt").coerceInput(0.5)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("BigInt").coerceInput(1e300)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("BigInt").coerceInput(Double.NaN)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("Decimal").coerceInput(Double.NaN)).isInstanceOf(CoercionException.class);
    }

    @Test
    void refuseTimesThatTheirFormsCannotHave() {
        assertThatThrownBy(() -> coercion("Date").coerceResult(LocalDate.MAX)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("DateTime").coerceResult(Instant.MAX)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("DateTime").coerceResult(Instant.MIN)).isInstanceOf(CoercionException.class);
        assertThatThrownBy(() -> coercion("LocalDateTime").coerceResult(LocalDateTime.MIN))
                .isInstanceOf(CoercionException.class);
    }

    @Test
    void takeLiteralsOfTheirOwnKindOnly() {
        assertThat(coercion("BigInt").coerceLiteral(new IntValue("5", Location.NONE)))
                .isEqualTo(5L);
        assertThat(coercion("Date").coerceLiteral(new StringValue("2026-01-01", false, Location.NONE)))
                .isEqualTo(LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> coercion("Base64").coerceLiteral(new EnumValue("ABCD", Location.NONE)))
                .isInstanceOf(CoercionException.class)
                .hasMessageStartingWith("Base64 cannot represent ABCD:");
    }

    @Test
    void takeLongBytes() {
        assertThat((byte[]) coercion("Base64").coerceInput("AAAA".repeat(1_000_000)))
                .hasSize(3_000_000);
    }

    @Test
    void keepTheOrderOfJsonMembers() {
        Map<?, ?> object = (Map<?, ?>) coercion("JSON").coerceResult("{\"b\": null, \"a\": 1, \"c\": \"\"}");
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("b", null);
        expected.put("a", 1L);
        expected.put("c", "");
        assertThat(object.entrySet().toString()).isEqualTo(expected.entrySet().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\" 1} | expected ':' at character 6",
                "[1 2] | expected ',' or ']' at character 4",
                "[1,] | expected a value at character 4",
                "{,} | expected a member at character 2",
                "01 | expected nothing more at character 2",
                "\"a | expected a character of a string at character 3",
                "\"\\x\" | expected an escaped character at character 4",
                "\"\\u12\" | expected four hexadecimal digits at character 6",
                "tru | expected a value at character 1",
                "`` | expected a value at character 1",
                "1e99999999999 | expected a number with a smaller exponent at character 1"
            })
    void sayWhatIsWrongWithStoredJson(String text, String why) {
        assertThatThrownBy(() -> coercion("JSON").coerceResult(text))
                .isInstanceOf(CoercionException.class)
                .hasMessage("JSON cannot represent what is stored: " + why + ".");
    }

    @Test
    void boundTheDepthOfJson() {
        assertThatThrownBy(() -> coercion("JSON").coerceResult("[".repeat(100_000)))
                .isInstanceOf(CoercionException.class)
                .hasMessage("JSON cannot represent what is stored: expected at most 400 levels at character 402.");
        Object deep = List.of();
        for (int i = 0; i < 1000; i++) deep = List.of(deep);
        Object tooDeep = deep;
        assertThatThrownBy(() -> coercion("JSON").coerceInput(tooDeep)).isInstanceOf(CoercionException.class);
    }

    @Test
    void knowJsonsOwnNull() {
        assertThat(SqlScalars.isJsonNull(Kind.JSON, " null ")).isTrue();
        assertThat(SqlScalars.isJsonNull(Kind.TEXT, "null")).isFalse();
        assertThatThrownBy(() -> coercion("JSON").coerceResult("null"))
                .isInstanceOf(CoercionException.class)
                .hasMessage("JSON cannot represent null where a value is needed.");
    }

    private static Coercion coercion(String scalar) {
        return SqlScalars.coercions().get(scalar);
    }
}
