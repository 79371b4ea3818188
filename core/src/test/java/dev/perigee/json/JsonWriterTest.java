package dev.perigee.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("longsNearPowersOfTen")
    void writes_longs_as_java_does(long value) {
        assertThat(written(out -> out.writeLong(value))).isEqualTo(Long.toString(value));
    }

    static LongStream longsNearPowersOfTen() {
        LongStream powers = IntStream.range(0, 19).mapToLong(JsonWriterTest::powerOfTen);
        return LongStream.concat(LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE), powers)
                .flatMap(n -> LongStream.of(n - 1, n, n + 1, -n - 1, -n, -n + 1));
    }

    private static long powerOfTen(int exponent) {
        return BigInteger.TEN.pow(exponent).longValueExact();
    }

    @Test
    void writes_random_numbers_as_java_does() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long any = random.nextLong() >> random.nextInt(64);
            assertThat(written(out -> out.writeLong(any))).isEqualTo(Long.toString(any));
            int small = (int) any;
            assertThat(written(out -> out.writeInt(small))).isEqualTo(Integer.toString(small));
        }
    }

    @Test
    void writes_doubles_that_read_as_the_same_number() throws JsonProcessingException {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) continue;
            String json = written(out -> out.writeDouble(value));
            assertThat(JACKSON.readValue(json, Double.class)).isEqualTo(value);
        }
    }

    @Test
    void writes_short_decimals_as_java_does() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double decimal = random.nextInt(i + 1) / Math.pow(10, random.nextInt(6));
            for (double value : new double[] {decimal, -decimal, Math.nextUp(decimal), Math.nextDown(decimal)}) {
                assertThat(written(out -> out.writeDouble(value))).isEqualTo(Double.toString(value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void has_no_form_for_what_is_not_finite(double value) {
        JsonWriter out = new JsonWriter();
        assertThatThrownBy(() -> out.writeDouble(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number for " + value);
        assertThatThrownBy(() -> out.writeNumber((float) value)).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.position()).isZero();
    }

    @Test
    void writes_any_number_that_is_one() {
        assertThat(written(out -> {
                    out.writeNumber((byte) -1);
                    out.raw(' ');
                    out.writeNumber((short) 7);
                    out.raw(' ');
                    out.writeNumber(0.1f);
                    out.raw(' ');
                    out.writeNumber(new BigDecimal("1E+3"));
                    out.raw(' ');
                    out.writeNumber(BigInteger.TWO.pow(70));
                    out.raw(' ');
                    out.writeNumber(new AtomicLong(5));
                }))
                .isEqualTo("-1 7 0.1 1E+3 1180591620717411303424 5");
    }

    @Test
    void refuses_a_number_whose_text_is_none() {
        DoubleAdder notFinite = new DoubleAdder();
        notFinite.add(Double.NaN);
        assertThatThrownBy(() -> new JsonWriter().writeNumber(notFinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number for NaN");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, \"plain\"",
                "``, \"\"",
                "\", \"\\\"\"",
                "\\, \"\\\\\"",
                "/, \"/\"",
                "`\n\r\t\b\f`, \"\\n\\r\\t\\b\\f\"",
                "`\u0000\u001f\u007f`, `\"\\u0000\\u001f\u007f\"`",
                "äß€, \"äß€\"",
                "\uD83D\uDE00, \"\uD83D\uDE00\"",
                "`\u2028\u2029`, `\"\u2028\u2029\"`",
            })
    void escapes_only_what_json_asks_for(String text, String json) {
        assertThat(written(out -> out.writeString(text))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"'\uD800', 0", "'\uDC00', 1", "'a\uD83D', 2", "'\uDE00\uD83D', 3", "'\uD83Dx\uDE00', 4"})
    void replaces_lone_surrogates(String text, int row) {
        String[] expected = {"\"\uFFFD\"", "\"\uFFFD\"", "\"a\uFFFD\"", "\"\uFFFD\uFFFD\"", "\"\uFFFDx\uFFFD\""};
        assertThat(written(out -> out.writeString(text))).isEqualTo(expected[row]);
    }

    @Test
    void writes_random_strings_that_jackson_reads_as_the_same() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            JsonWriter out = new JsonWriter(1 + random.nextInt(8), Integer.MAX_VALUE - 8);
            out.writeString(text);
            assertThat(JACKSON.readValue(out.toByteArray(), String.class))
                    .isEqualTo(new String(text.getBytes(UTF_16), UTF_16));
        }
    }

    /** Strings are written by words: a character matters by its place in one, and by its lower byte too. */
    @Test
    void writes_each_kind_of_character_at_each_place_of_a_string() throws IOException {
        String kinds = "a\"\\\n\u001f\u007f\u0080é\u0122\u0141\u5c22\uffff";
        for (int length = 1; length <= 26; length++) {
            for (int place = 0; place < length; place++) {
                for (char kind : kinds.toCharArray()) {
                    String text = "x".repeat(place) + kind + "y".repeat(length - place - 1);
                    JsonWriter out = new JsonWriter(1, Integer.MAX_VALUE - 8);
                    out.writeString(text);
                    assertThat(JACKSON.readValue(out.toByteArray(), String.class))
                            .isEqualTo(text);
                }
            }
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextBoolean() ? 4 : 200);
        while (text.length() < length) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/\b\f\n\r\t".charAt(random.nextInt(8)));
                case 2 -> text.append((char) random.nextInt(0x800));
                case 3 -> text.append((char) random.nextInt(0x10000)); // also lone surrogates
                case 4 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    @Test
    void writes_random_values_that_jackson_reads_as_the_same() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            Object value = randomValue(random, 4);
            JsonWriter out = new JsonWriter();
            out.writeValue(value);
            assertThat(JACKSON.readTree(out.toByteArray())).isEqualTo(JACKSON.valueToTree(value));
        }
    }

    private static Object randomValue(Random random, int levels) {
        return switch (random.nextInt(levels == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt() >> random.nextInt(32);
            case 3 -> (long) Integer.MAX_VALUE + 1 + random.nextInt(1000);
            case 4 -> Integer.toString(random.nextInt(), 36);
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) list.add(randomValue(random, levels - 1));
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) map.put("k" + i, randomValue(random, levels - 1));
                yield map;
            }
        };
    }

    @Test
    void refuses_values_that_json_has_no_form_for() {
        assertThatThrownBy(() -> new JsonWriter().writeValue(List.of(Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no form for a java.time.Instant");
    }

    @Test
    void refuses_values_that_hold_themselves() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> new JsonWriter().writeValue(endless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nested too deep for JSON");
    }

    @Test
    void writes_up_to_its_limit_and_no_further() {
        for (int limit = 1; limit < 200; limit++) {
            JsonWriter out = new JsonWriter(16, limit);
            for (int i = 0; i < limit; i++) out.raw('x');
            assertThat(out.position()).isEqualTo(limit);
            int most = limit;
            assertThatThrownBy(() -> out.raw('x'))
                    .isInstanceOfSatisfying(
                            TooLargeException.class,
                            e -> assertThat(e.maxBytes()).isEqualTo(most));
        }
    }

    @Test
    void may_fail_some_bytes_before_its_limit_but_never_after() {
        List<Consumer<JsonWriter>> writes = List.of(
                out -> out.writeLong(1234567),
                out -> out.writeInt(-1),
                out -> out.writeString("plain"),
                out -> out.writeString("\u00e4\n"),
                out -> out.writeString("\u20ac\uD83D\uDE00\u0001"),
                out -> out.writeDouble(0.5),
                out -> out.writeValue(List.of(1, "x", true)),
                JsonWriter::writeNull);
        for (Consumer<JsonWriter> write : writes) {
            int length = written(write).getBytes(UTF_8).length;
            write.accept(new JsonWriter(4, length + 20));
            assertThatThrownBy(() -> write.accept(new JsonWriter(4, length - 1)))
                    .isInstanceOf(TooLargeException.class);
        }
    }

    @Test
    void forgets_what_was_written_after_a_position() {
        JsonWriter out = new JsonWriter(4, 1000);
        out.raw('[');
        int start = out.position();
        out.writeString("x".repeat(100));
        out.rewind(start);
        out.writeNull();
        out.raw(']');
        assertThat(out.toByteArray()).isEqualTo("[null]".getBytes(UTF_8));
    }

    @Test
    void hands_out_what_was_written() throws IOException {
        JsonWriter out = new JsonWriter(2, 1000);
        out.writeString("abc");
        var stream = new ByteArrayOutputStream();
        out.writeTo(stream);
        assertThat(stream.toString(UTF_8)).isEqualTo("\"abc\"");
        JsonWriter other = new JsonWriter();
        out.appendTo(other, 2);
        assertThat(new String(other.toByteArray(), UTF_8)).isEqualTo("bc\"");
    }

    @Test
    void writes_ranges_of_bytes() {
        byte[] json = "[1,2]".getBytes(UTF_8);
        assertThat(written(out -> out.raw(json, 1, 3))).isEqualTo("1,2");
        assertThat(written(out -> out.raw(Arrays.copyOf(json, 2)))).isEqualTo("[1");
    }

    private static String written(Consumer<JsonWriter> write) {
        JsonWriter out = new JsonWriter();
        write.accept(out);
        return new String(out.toByteArray(), UTF_8);
    }
}
