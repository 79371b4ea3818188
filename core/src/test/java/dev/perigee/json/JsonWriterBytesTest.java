package dev.perigee.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written from bytes, and numbers without a sign. */
class JsonWriterBytesTest {
    private static final String[] PIECES = {
        "a",
        "plain ascii",
        "12345678",
        "\"",
        "\\",
        "\n",
        "\u0001",
        "\u001f",
        "\u007f",
        "ü",
        "€",
        "\u0800",
        "\uFFFF",
        "😀",
        "\uD7FF",
        "\uE000",
        "\uDBFF\uDFFF",
        "\u2028",
        "0123456789abcdef"
    };

    @Test
    void writes_utf8_as_it_writes_the_string() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random);
            byte[] before = randomBytes(random);
            byte[] utf8 = concat(before, text.getBytes(UTF_8), randomBytes(random));
            int end = before.length + text.getBytes(UTF_8).length;
            JsonWriter out = new JsonWriter(1 + random.nextInt(8), Integer.MAX_VALUE - 8);
            assertThat(out.writeUtf8(utf8, before.length, end)).isTrue();
            assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo(written(other -> other.writeString(text)));
        }
    }

    @Test
    void refuses_what_java_refuses_to_decode_and_writes_nothing() {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = concat(randomText(random).getBytes(UTF_8), randomBytes(random));
            JsonWriter out = new JsonWriter();
            out.raw('[');
            boolean isWritten = out.writeUtf8(bytes, 0, bytes.length);
            assertThat(isWritten).as("%s", new String(bytes, ISO_8859_1)).isEqualTo(isDecoded(bytes));
            if (isWritten) continue;
            assertThat(out.position()).isEqualTo(1);
            refused++;
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasArray();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void writes_base64_as_java_does() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            byte[] around = concat(new byte[] {1}, bytes, new byte[] {2});
            assertThat(written(out -> out.writeBase64(around, 1, 1 + bytes.length)))
                    .isEqualTo('"' + Base64.getEncoder().encodeToString(bytes) + '"');
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1, -10, Long.MIN_VALUE + 1})
    void writes_numbers_without_a_sign(long value) {
        assertThat(written(out -> out.writeUnsigned(value))).isEqualTo(Long.toUnsignedString(value));
    }

    @Test
    void writes_floats_as_java_does() {
        Random random = new Random(4);
        for (int i = 0; i < 50_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (!Float.isFinite(value)) continue;
            assertThat(written(out -> out.writeFloat(value))).isEqualTo(Float.toString(value));
            float shorter = random.nextInt(2_000_000) / 1000f;
            assertThat(written(out -> out.writeFloat(shorter))).isEqualTo(Float.toString(shorter));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void has_no_form_for_a_float_that_is_not_finite(float value) {
        assertThatThrownBy(() -> new JsonWriter().writeFloat(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number for " + value);
    }

    @Test
    void holds_no_more_than_it_may() {
        byte[] text = "x".repeat(100).getBytes(UTF_8);
        assertThatThrownBy(() -> new JsonWriter(16, 90).writeUtf8(text, 0, 100)).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> new JsonWriter(16, 90).writeBase64(text, 0, 100))
                .isInstanceOf(TooLargeException.class);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) all.put(part);
        return all.array();
    }

    private static String written(Consumer<JsonWriter> writing) {
        JsonWriter out = new JsonWriter();
        writing.accept(out);
        return new String(out.toByteArray(), UTF_8);
    }
}
