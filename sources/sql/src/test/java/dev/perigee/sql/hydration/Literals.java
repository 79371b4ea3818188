package dev.perigee.sql.hydration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON values as GraphQL writes them. */
final class Literals {
    private Literals() {}

    /** @param name of the argument: directions of {@code orderBy} are names, not strings */
    static String of(String name, Object value) {
        return write(value, name.equals("orderBy"));
    }

    private static String write(Object value, boolean isName) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + write(entry.getValue(), isName))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(item -> write(item, isName)).collect(Collectors.joining(", ", "[", "]"));
            case String text when !isName -> quoted(text);
            default -> String.valueOf(value);
        };
    }

    /** Everything but letters and digits as its number. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) out.append((char) c);
            else out.append("\\u%04x".formatted(c));
        });
        return out.append('"').toString();
    }
}
