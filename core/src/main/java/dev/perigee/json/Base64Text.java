package dev.perigee.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes as base64 with padding, three to four characters at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4">RFC 4648, 4</a>
 */
final class Base64Text {
    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(ISO_8859_1);

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Base64Text() {}

    /** How many characters a number of bytes takes. */
    static long length(int bytes) {
        return (bytes + 2L) / 3 * 4;
    }

    /** Writes bytes into a buffer that has room for their {@link #length}. */
    static void write(byte[] bytes, int from, int to, byte[] text, int start) {
        int at = start;
        int wholes = (to - from) / 3 * 3;
        for (int i = from; i < from + wholes; i += 3, at += 4) {
            writeSextets((bytes[i] & 0xFF) << 16 | (bytes[i + 1] & 0xFF) << 8 | bytes[i + 2] & 0xFF, text, at);
        }
        int rest = to - from - wholes;
        if (rest == 0) return;
        writeSextets((bytes[to - rest] & 0xFF) << 16 | (rest == 2 ? (bytes[to - 1] & 0xFF) << 8 : 0), text, at);
        text[at + 3] = '=';
        if (rest == 1) text[at + 2] = '=';
    }

    private static void writeSextets(int threeBytes, byte[] text, int at) {
        int word = ALPHABET[threeBytes >>> 18]
                | ALPHABET[threeBytes >>> 12 & 0x3F] << 8
                | ALPHABET[threeBytes >>> 6 & 0x3F] << 16
                | ALPHABET[threeBytes & 0x3F] << 24;
        INT.set(text, at, word);
    }
}
