package dev.perigee.server;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Checks the encoding of JSON: Jackson guesses at UTF-16 and UTF-32, and lets some of what is not UTF-8 pass. */
final class Utf8 {
    private Utf8() {}

    static boolean isJsonInUtf8(byte[] json) {
        return !startsLikeUtf16Or32(json) && isUtf8(json);
    }

    /** JSON begins with a character of ASCII, so that only these encodings have a zero among its first four bytes. */
    private static boolean startsLikeUtf16Or32(byte[] json) {
        for (int i = 0; i < Math.min(4, json.length); i++) if (json[i] == 0) return true;
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length + 1, 8192));
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    /** As much of a text as fits, cut between characters. */
    static String shortened(String text, int maxBytes) {
        ByteBuffer out = ByteBuffer.allocate(maxBytes);
        CharBuffer in = CharBuffer.wrap(text);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(in, out, true);
        return text.substring(0, in.position());
    }
}
