package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, what comes out is a tree or a {@link SyntaxException}, and soon. */
class FuzzTest {
    private static final byte[] TOKENS =
            "!$&()...:=@[]{|}\"\"\"\\u{}#,\n\r 0123456789eE+-.abcQuery_\uFEFF\u00E9".getBytes(UTF_8);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_bytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_tokens(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            for (int at = 0; at < bytes.length; at++) bytes[at] = TOKENS[random.nextInt(TOKENS.length)];
            check(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void documents_with_some_bytes_changed(long seed) {
        Random random = new Random(seed);
        RandomDocuments documents = new RandomDocuments(seed);
        byte[] text = documents.text(documents.any()).getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = text.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                byte to = random.nextBoolean() ? (byte) random.nextInt(256) : TOKENS[random.nextInt(TOKENS.length)];
                bytes[random.nextInt(bytes.length)] = to;
            }
            check(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void documents_cut_off_anywhere(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        byte[] text = documents.text(documents.any()).getBytes(UTF_8);
        IntStream.range(0, Math.min(text.length, 3000)).forEach(end -> check(Arrays.copyOf(text, end)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a",
                "{a{",
                "{a(b:[",
                "{a(b:{c:",
                "query($a:[",
                "{...{a",
                "[",
                "(",
                "\"",
                "\"\"\"",
                "#",
                "type A{a(b:T=[",
                "@a"
            })
    void nesting_without_end(String part) {
        for (int times : new int[] {10_000, 100_000, 1_000_000}) {
            byte[] bytes = part.repeat(times).getBytes(UTF_8);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> Parser.parse(Source.of("deep", bytes), ParserLimits.SCHEMA))
                            .isInstanceOf(SyntaxException.class)
                            .satisfies(e ->
                                    assertThat(((SyntaxException) e).describe()).hasSizeLessThan(1000)));
        }
    }

    @Test
    void the_deepest_nesting_that_can_be_allowed_fits_a_small_stack() throws InterruptedException {
        ParserLimits limits = new ParserLimits(100_000, 100_000, ParserLimits.GREATEST_DEPTH);
        int depth = ParserLimits.GREATEST_DEPTH - 1;
        String fields = "{a" + "{a".repeat(depth) + "}".repeat(depth) + "}";
        String fragments = "{a" + "...{a".repeat(depth - 1) + "}".repeat(depth - 1) + "}";
        String objects = "{a(b:" + "{c:".repeat(depth - 1) + "1" + "}".repeat(depth - 1) + ")}";
        String lists = "type T{a(b:" + "[".repeat(depth) + "T" + "]".repeat(depth) + "):T}";
        Throwable[] thrown = {null};
        Thread thread = new Thread(
                null,
                () -> {
                    for (String text : new String[] {
                        fields, fragments.replace("a...", "...").replace("{...", "{a ..."), objects, lists
                    }) {
                        Document document = Parser.parse(Source.of("deep", text), limits);
                        assertThat(Printer.printCompact(document)).hasSizeGreaterThan(depth);
                        assertThat(Formatter.format(Source.of("deep", text), limits))
                                .hasSizeGreaterThan(depth);
                    }
                },
                "small stack",
                512 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        thread.join();
        assertThat(thrown[0]).isNull();
    }

    @Test
    void a_document_of_ten_megabytes_is_refused_before_it_is_read() {
        byte[] bytes = " ".repeat(10 << 20).getBytes(UTF_8);

        assertThatThrownBy(() -> Parser.parse(bytes))
                .isInstanceOf(LimitException.class)
                .hasMessage("Expected at most 1,048,576 bytes, found 10,485,760.");
    }

    @Test
    void huge_tokens_are_read_as_what_they_are() {
        int length = 1 << 20;
        ParserLimits limits = ParserLimits.SCHEMA;
        String name = "a".repeat(length);
        String string = "\"" + "é\\n".repeat(length / 2) + "\"";
        String blockString = "\"\"\"" + "\n  é".repeat(length / 2) + "\"\"\"";
        String number = "1".repeat(length);
        String comment = "#" + "é".repeat(length) + "\n";
        for (String value : new String[] {name, string, blockString, number, comment + "1"}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> Parser.parse(Source.of("huge", "{a(b:" + value + ")}"), limits));
        }
    }

    private static void check(byte[] bytes) {
        Source source = Source.of("fuzz", bytes);
        Document document;
        try {
            document = Parser.parse(source);
        } catch (SyntaxException e) {
            assertThat(e.getMessage()).startsWith("Expected ").endsWith(".").doesNotContain("\n");
            assertThat(e.location().start()).isBetween(0, bytes.length);
            assertThat(e.location().end()).isBetween(e.location().start(), bytes.length);
            assertThat(e.describe().lines()).hasSize(3);
            return;
        }
        assertThat(Trees.describe(Parser.parse(Printer.print(document)))).isEqualTo(Trees.describe(document));
        String formatted = Formatter.format(source);
        assertThat(Trees.describe(Parser.parse(formatted))).isEqualTo(Trees.describe(document));
        assertThat(Formatter.format(Source.of("formatted", formatted))).isEqualTo(formatted);
    }
}
