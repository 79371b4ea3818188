package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrpcScalarsTest {
    private static final BigInteger MOST_UNSIGNED = new BigInteger("18446744073709551615");

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("UInt32", 4294967295L, 4294967295L),
                Arguments.of("UInt32", "0", 0L),
                Arguments.of("Int64", 7, 7L),
                Arguments.of("Int64", "-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("Int64", 4.0, 4L),
                Arguments.of("Int64", new BigDecimal("12e2"), 1200L),
                Arguments.of("UInt64", "18446744073709551615", MOST_UNSIGNED),
                Arguments.of("UInt64", 5, BigInteger.valueOf(5)),
                Arguments.of("Bytes", "AP8=", ByteString.fromHex("00ff")),
                Arguments.of("Bytes", "AP8", ByteString.fromHex("00ff")),
                Arguments.of("Bytes", "_-8=", ByteString.fromHex("ffef")),
                Arguments.of("Bytes", "/+8", ByteString.fromHex("ffef")),
                Arguments.of("Bytes", "", ByteString.EMPTY),
                Arguments.of("Timestamp", "2026-02-28T23:59:00.5+01:00", Instant.parse("2026-02-28T22:59:00.500Z")),
                Arguments.of("Timestamp", "0001-01-01T00:00:00Z", Instant.parse("0001-01-01T00:00:00Z")),
                Arguments.of(
                        "Timestamp", "9999-12-31T23:59:59.999999999Z", Instant.parse("9999-12-31T23:59:59.999999999Z")),
                Arguments.of("Duration", "1.5s", Duration.ofMillis(1500)),
                Arguments.of("Duration", "-0.000000001s", Duration.ofNanos(-1)),
                Arguments.of("Duration", "315576000000s", Duration.ofSeconds(315576000000L)),
                Arguments.of("FieldMask", "displayName,address.zipCode", mask("display_name", "address.zip_code")),
                Arguments.of("FieldMask", "*", mask("*")),
                Arguments.of("FieldMask", "", mask()),
                Arguments.of("JSON", Map.of("a", List.of(1, true)), Map.of("a", List.of(1, true))),
                Arguments.of("Any", Map.of("@type", "a/b.C", "x", 1), Map.of("@type", "a/b.C", "x", 1)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void takes_input(String scalar, Object value, Object coerced) {
        assertThat(coercion(scalar).coerceInput(value)).isEqualTo(coerced);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("UInt32", -1, "-1: it is outside the range from 0 to 4294967295."),
                Arguments.of("UInt32", 4294967296L, "4294967296: it is outside the range from 0 to 4294967295."),
                Arguments.of("UInt32", true, "true: it is not a whole number."),
                Arguments.of(
                        "Int64",
                        "9223372036854775808",
                        "\"9223372036854775808\": it is outside the range from -9223372036854775808 to"
                                + " 9223372036854775807."),
                Arguments.of("Int64", "1e3", "\"1e3\": it is not a whole number."),
                Arguments.of("Int64", "", "\"\": it is not a whole number."),
                Arguments.of("Int64", "-", "\"-\": it is not a whole number."),
                Arguments.of("Int64", "٣", "\"٣\": it is not a whole number."),
                Arguments.of("Int64", 0.5, "0.5: it is not a whole number."),
                Arguments.of("Int64", 1e17, "1.0E17: it is too large for a number with a point to be exact."),
                Arguments.of(
                        "UInt64",
                        new BigDecimal("1e999999999"),
                        "1E+999999999: it is outside the range from 0 to 18446744073709551615."),
                Arguments.of(
                        "UInt64",
                        "9".repeat(100_000),
                        "\"" + "9".repeat(60) + "…\": it is outside the range from 0 to 18446744073709551615."),
                Arguments.of("Bytes", "A", "\"A\": it is not Base64, such as \"AP8=\"."),
                Arguments.of("Bytes", "A===", "\"A===\": it is not Base64, such as \"AP8=\"."),
                Arguments.of("Bytes", "AP 8", "\"AP 8\": it is not Base64, such as \"AP8=\"."),
                Arguments.of(
                        "Timestamp",
                        "2026-02-28",
                        "\"2026-02-28\": it is not a point in time, such as" + " \"2026-02-28T23:59:00Z\"."),
                Arguments.of(
                        "Timestamp", "2026-02-30T00:00:00Z", "\"2026-02-30T00:00:00Z\": it is no time that there is."),
                Arguments.of(
                        "Timestamp",
                        "0000-12-31T23:59:59Z",
                        "\"0000-12-31T23:59:59Z\": it is outside the years 1 to 9999."),
                Arguments.of(
                        "Timestamp",
                        "9999-12-31T23:59:59-01:00",
                        "\"9999-12-31T23:59:59-01:00\": it is outside the years 1 to 9999."),
                Arguments.of(
                        "Timestamp",
                        "2026-02-28T00:00:00.1234567891Z",
                        "\"2026-02-28T00:00:00.1234567891Z\": it is not a point in time, such as"
                                + " \"2026-02-28T23:59:00Z\"."),
                Arguments.of("Duration", "1.5", "\"1.5\": it is not a number of seconds, such as \"1.5s\"."),
                Arguments.of("Duration", "315576000001s", "\"315576000001s\": it is longer than 315576000000 seconds."),
                Arguments.of(
                        "FieldMask",
                        "display_name",
                        "\"display_name\": it is not paths in lowerCamelCase, such as"
                                + " \"displayName,address.zipCode\"."),
                Arguments.of(
                        "FieldMask",
                        "a,,b",
                        "\"a,,b\": it is not paths in lowerCamelCase, such as \"displayName,address.zipCode\"."),
                Arguments.of(
                        "Any",
                        Map.of("x", 1),
                        "an object: it is one without \"@type\", such as" + " \"type.googleapis.com/acme.v1.User\"."),
                Arguments.of("Any", "x", "\"x\": it is not an object with \"@type\"."),
                Arguments.of("JSON", nested(200), "a list: it is nested deeper than 100 levels."));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refuses_input(String scalar, Object value, String message) {
        assertThatExceptionOfType(CoercionException.class)
                .isThrownBy(() -> coercion(scalar).coerceInput(value))
                .withMessage(scalar + " cannot represent " + message);
    }

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of("UInt32", -1, 4294967295L),
                Arguments.of("UInt32", 5L, 5L),
                Arguments.of("Int64", -1L, "-1"),
                Arguments.of("Int64", 5, "5"),
                Arguments.of("UInt64", -1L, "18446744073709551615"),
                Arguments.of("UInt64", MOST_UNSIGNED, "18446744073709551615"),
                Arguments.of("Bytes", ByteString.fromHex("ffef"), "/+8="),
                Arguments.of("Bytes", new byte[] {0}, "AA=="),
                Arguments.of("Bytes", ByteBuffer.wrap(new byte[] {0, 1, 2}, 1, 1), "AQ=="),
                Arguments.of("Timestamp", Instant.parse("2026-02-28T23:59:00.120Z"), "2026-02-28T23:59:00.120Z"),
                Arguments.of("Timestamp", OffsetDateTime.parse("2026-02-28T23:59+01:00"), "2026-02-28T22:59:00Z"),
                Arguments.of("Timestamp", Timestamp.newBuilder().setNanos(1).build(), "1970-01-01T00:00:00.000000001Z"),
                Arguments.of("Duration", Duration.ofMillis(-1500), "-1.500s"),
                Arguments.of("Duration", Duration.ZERO, "0s"),
                Arguments.of("Duration", Duration.ofNanos(1000), "0.000001s"),
                Arguments.of(
                        "Duration",
                        com.google.protobuf.Duration.newBuilder()
                                .setSeconds(-1)
                                .setNanos(-1)
                                .build(),
                        "-1.000000001s"),
                Arguments.of("FieldMask", mask("display_name", "a.b_c"), "displayName,a.bC"),
                Arguments.of("FieldMask", List.of("display_name"), "displayName"),
                Arguments.of("JSON", Value.newBuilder().setNumberValue(1).build(), 1.0),
                Arguments.of("JSON", Struct.getDefaultInstance(), Map.of()),
                Arguments.of(
                        "Any",
                        Any.newBuilder()
                                .setTypeUrl("a/b.C")
                                .setValue(ByteString.fromHex("00"))
                                .build(),
                        Map.of("@type", "a/b.C", "value", "AA==")));
    }

    @ParameterizedTest
    @MethodSource("results")
    void gives_results(String scalar, Object value, Object result) {
        assertThat(coercion(scalar).coerceResult(value)).isEqualTo(result);
    }

    static Stream<Arguments> unfitResults() {
        return Stream.of(
                Arguments.of("UInt32", -1L, "-1: it is outside the range from 0 to 4294967295."),
                Arguments.of(
                        "Timestamp",
                        Timestamp.newBuilder().setNanos(-1).build(),
                        "-1: it is nanoseconds outside the range from 0 to 999999999."),
                Arguments.of(
                        "Timestamp",
                        Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build(),
                        "9223372036854775807: it is seconds outside the years 1 to 9999."),
                Arguments.of(
                        "Duration",
                        com.google.protobuf.Duration.newBuilder()
                                .setSeconds(1)
                                .setNanos(-1)
                                .build(),
                        "1: it is seconds, with -1 nanoseconds, outside the range of 10000 years."),
                Arguments.of("FieldMask", mask("a_1"), "\"a_1\": it is a path that has no form in lowerCamelCase."),
                Arguments.of("FieldMask", mask("aB"), "\"aB\": it is a path that has no form in lowerCamelCase."),
                Arguments.of("JSON", Double.NaN, "NaN: it is not a finite number."),
                Arguments.of("JSON", Value.getDefaultInstance(), "null: it is null where a value is needed."));
    }

    @ParameterizedTest
    @MethodSource("unfitResults")
    void refuses_results(String scalar, Object value, String message) {
        assertThatExceptionOfType(CoercionException.class)
                .isThrownBy(() -> coercion(scalar).coerceResult(value))
                .withMessage(scalar + " cannot represent " + message);
    }

    @ParameterizedTest
    @CsvSource({"Int64, 9007199254740993", "UInt64, 5"})
    void gives_numbers_where_they_are_asked_for(String scalar, long value) {
        Object result = GrpcScalars.coercionsWithNumbers().get(scalar).coerceResult(value);

        assertThat(result).isInstanceOf(Number.class).hasToString(Long.toString(value));
    }

    private static Coercion coercion(String scalar) {
        return GrpcScalars.coercions().get(scalar);
    }

    private static FieldMask mask(String... paths) {
        return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
    }

    private static Object nested(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < depth; i++) list = new ArrayList<>(List.of(list));
        return list;
    }
}
