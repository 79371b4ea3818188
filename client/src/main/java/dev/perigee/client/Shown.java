package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What servers send, as messages show it: short, in one line, and without control characters. */
final class Shown {
    private static final int MAX_CHARACTERS = 200;

    private Shown() {}

    /** A value of JSON. */
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> "an object";
            case List<?> list -> "a list";
            case String text -> "\"" + line(text, 50) + "\"";
            default -> line(value.toString(), 50);
        };
    }

    /** The beginning of a body. */
    static String body(byte[] body) {
        int bytes = Math.min(body.length, 4 * MAX_CHARACTERS);
        return line(new String(body, 0, bytes, UTF_8), MAX_CHARACTERS);
    }

    static String line(String text, int maxCharacters) {
        String line =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= maxCharacters ? line : line.substring(0, maxCharacters) + "…";
    }
}
