package dev.perigee.grpc.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages show a value that a client sent: short, and nothing of what is nested in it. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + cut(text).replace("\n", "\\n").replace("\r", "\\r") + '"';
            case Boolean truth -> truth.toString();
            case Number number -> cut(number.toString());
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            default -> "a value of class " + value.getClass().getSimpleName();
        };
    }

    /** A name that a client sent, without quotes. */
    static String name(String name) {
        return cut(name);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
