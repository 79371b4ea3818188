package dev.perigee.sql.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes type definitions, one under the other. For one thread. */
final class SdlWriter {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Of a definition: {@code type Post}; fields follow, then {@link #close}. */
    SdlWriter open(@Nullable String description, String definition) {
        line(description, definition);
        text.insert(text.length() - 1, " {");
        return this;
    }

    void close() {
        text.append("}\n");
    }

    /** A definition without fields. */
    void line(@Nullable String description, String definition) {
        if (!text.isEmpty()) text.append('\n');
        describe(description, "");
        text.append(definition).append('\n');
    }

    SdlWriter field(@Nullable String description, String name, String type) {
        describe(description, INDENT);
        text.append(INDENT).append(name).append(": ").append(type).append('\n');
        return this;
    }

    SdlWriter field(String name, String type) {
        return field(null, name, type);
    }

    /** @param arguments each {@code name: Type}; may be none */
    SdlWriter field(@Nullable String description, String name, List<String> arguments, String type) {
        String listed = arguments.stream().collect(Collectors.joining(", ", "(", ")"));
        return field(description, arguments.isEmpty() ? name : name + listed, type);
    }

    SdlWriter value(String description, String name) {
        describe(description, INDENT);
        text.append(INDENT).append(name).append('\n');
        return this;
    }

    /** A text of several lines is written as a block, whose lines lose the space at their ends. */
    private void describe(@Nullable String description, String indent) {
        if (description == null || description.isBlank()) return;
        List<String> lines =
                description.strip().lines().map(String::stripTrailing).toList();
        if (lines.size() == 1) {
            text.append(indent).append(quoted(lines.getFirst())).append('\n');
            return;
        }
        text.append(indent).append("\"\"\"\n");
        for (String line : lines) {
            if (!line.isEmpty()) text.append(indent).append(line.replace("\"\"\"", "\\\"\"\""));
            text.append('\n');
        }
        text.append(indent).append("\"\"\"\n");
    }

    static String quoted(String line) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ' || c == 0x7F) quoted.append("\\u%04X".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
