package dev.perigee.json;

/** What UTF-8 may be, and what of it JSON writes differently. */
final class Utf8 {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private Utf8() {}

    /**
     * Which of eight bytes can't be copied to JSON as they stand: the high bit of the first of them is set, that is, the
     * lowest; above it, bits may be set without reason, as a subtraction borrows from the next byte.
     */
    static long special(long word) {
        // Of a byte of ASCII, each subtraction sets the high bit if it goes below 0; of others it is set anyway.
        long special = word - SPACES | (word ^ QUOTES) - ONES | (word ^ BACKSLASHES) - ONES | word;
        return special & HIGH_BITS;
    }

    /**
     * The length of a character that is not ASCII, 0 if it is no valid UTF-8.
     *
     * @see <a href="https://www.unicode.org/versions/latest/core-spec/chapter-3/#G27506">Well-formed byte sequences</a>
     */
    static int characterLength(byte[] utf8, int at, int to) {
        int first = utf8[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) return 0;
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (to - at < length) return 0;
        int second = utf8[at + 1] & 0xFF;
        if (second < lowestSecond(first) || second > highestSecond(first)) return 0;
        for (int i = 2; i < length; i++) if (!continues(utf8[at + i])) return 0;
        return length;
    }

    /** Over-long forms are not allowed. */
    private static int lowestSecond(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    }

    /** Nor are surrogates, and what is above {@code U+10FFFF}. */
    private static int highestSecond(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }

    private static boolean continues(byte next) {
        return (next & 0xC0) == 0x80;
    }
}
