package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * UTF-8 as Unicode defines it: shortest form, no surrogates, nothing above U+10FFFF.
 *
 * @see <a href="https://www.unicode.org/versions/latest/core-spec/chapter-3/#G27506">Well-Formed UTF-8</a>
 */
final class Utf8 {
    private Utf8() {}

    /** The length of the character that starts at {@code at}, from 1 to 4 bytes, or 0 where none does. */
    static int lengthAt(byte[] bytes, int at) {
        int first = bytes[at];
        if (first >= 0) return 1;
        int length = first >= (byte) 0xF0 ? 4 : first >= (byte) 0xE0 ? 3 : 2;
        if (first < (byte) 0xC2 || first > (byte) 0xF4 || at + length > bytes.length) return 0;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        boolean wellFormed = switch (first & 0xFF) {
            case 0xE0 -> second >= 0xA0; // shorter form exists
            case 0xED -> second < 0xA0; // surrogates
            case 0xF0 -> second >= 0x90; // shorter form exists
            case 0xF4 -> second < 0x90; // above U+10FFFF
            default -> true;
        };
        return wellFormed ? length : 0;
    }

    /** Whether a surrogate stands at {@code at}, as three bytes: what encoders write that take UTF-16 for characters. */
    static boolean isSurrogateAt(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && bytes[at] == (byte) 0xED
                && (bytes[at + 1] & 0xE0) == 0xA0
                && (bytes[at + 2] & 0xC0) == 0x80;
    }

    /** The character at {@code at}, which is well-formed. */
    static int codePointAt(byte[] bytes, int at) {
        return new String(bytes, at, lengthAt(bytes, at), UTF_8).codePointAt(0);
    }

    /** The bytes of a text; a lone surrogate becomes the three bytes that {@link #lengthAt} refuses, not a {@code ?}. */
    static byte[] encode(String text) {
        int lone = loneSurrogate(text);
        byte[] bytes = text.getBytes(UTF_8);
        return lone < 0 ? bytes : encodeWithLoneSurrogates(text);
    }

    private static byte[] encodeWithLoneSurrogates(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else {
                byte[] encoded = Character.toString(c).getBytes(UTF_8);
                System.arraycopy(encoded, 0, bytes, size, encoded.length);
                size += encoded.length;
            }
            i += Character.charCount(c);
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Where the first surrogate without its other half stands, or -1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (!Character.isHighSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) return i;
            i++;
        }
        return -1;
    }
}
