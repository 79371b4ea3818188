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

    /** Eight characters as bytes, the first in the lowest; all of them {@link #special} if one is not of ASCII. */
    static long word(String text, int at) {
        int c0 = text.charAt(at);
        int c1 = text.charAt(at + 1);
        int c2 = text.charAt(at + 2);
        int c3 = text.charAt(at + 3);
        int c4 = text.charAt(at + 4);
        int c5 = text.charAt(at + 5);
        int c6 = text.charAt(at + 6);
        int c7 = text.charAt(at + 7);
        if ((c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7) >= 0x80) return -1;
        long low = c0 | c1 << 8 | c2 << 16 | c3 << 24;
        long high = c4 | c5 << 8 | c6 << 16 | c7 << 24;
        return low | high << Integer.SIZE;
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
