package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each answer on a word against the same question on its bytes, one by one. */
class WordsTest {
    private final Random random = new Random(7);

    @Test
    void readsTheFirstByteIntoTheLowestBitsAndZerosPastTheEnd() {
        byte[] text = {1, 2, 3, 4, 5, 6, 7, 8, (byte) 0xFF};
        assertThat(Words.at(text, 0)).isEqualTo(0x0807060504030201L);
        assertThat(Words.at(text, 1)).isEqualTo(0xFF08070605040302L);
        assertThat(Words.at(text, 7)).isEqualTo(0xFF08L);
        assertThat(Words.at(text, 9)).isZero();
    }

    @Test
    void findsWhatCantBeInAName() {
        check(Words::notName, b -> !CharacterClass.isNameContinue((byte) b));
    }

    @Test
    void findsWhatEndsOrEscapesAString() {
        check(Words::notPlain, b -> b < ' ' || b == '"' || b == '\\' || b >= 0x80);
    }

    @Test
    void keepsWhatIsBeforeTheFirstFlag() {
        long word = Words.at("abc de_f".getBytes(UTF_8), 0);
        assertThat(Words.before(word, Words.notName(word))).isEqualTo(Words.at("abc".getBytes(UTF_8), 0));
        assertThat(Words.before(word, 0)).isEqualTo(word);
    }

    /** Every byte at every position, among bytes that stop nothing or anything. */
    private void check(LongUnaryOperator flags, IntPredicate stops) {
        for (int b = 0; b < 256; b++) {
            for (int position = 0; position < Words.BYTES; position++) {
                byte[] text = new byte[Words.BYTES];
                for (int i = 0; i < text.length; i++)
                    text[i] = (byte) (random.nextBoolean() ? 'a' : random.nextInt(256));
                text[position] = (byte) b;
                assertThat(Words.index(flags.applyAsLong(Words.at(text, 0)))).isEqualTo(firstOf(text, stops));
            }
        }
    }

    private static int firstOf(byte[] text, IntPredicate stops) {
        int at = 0;
        while (at < text.length && !stops.test(text[at] & 0xFF)) at++;
        return at;
    }
}
