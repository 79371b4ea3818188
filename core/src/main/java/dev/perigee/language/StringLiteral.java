package dev.perigee.language;

import java.util.List;

/** Strings as they are written: the other direction of {@link StringText}. */
final class StringLiteral {
    private static final int LONGEST_ONE_LINE_BLOCK = 70;

    private StringLiteral() {}

    /** In double quotes, what has to be escaped escaped. */
    static String quoted(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\b' -> literal.append("\\b");
                case '\f' -> literal.append("\\f");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) literal.append("\\u%04X".formatted((int) c));
                    else literal.append(c);
                }
            }
        }
        return literal.append('"').toString();
    }

    /**
     * Whether a block string can have this value. Those that are read always can; one made in code can't with blank
     * lines around it, with all lines indented, or with a carriage return.
     */
    static boolean canBeBlock(String value) {
        if (value.isEmpty()) return true;
        if (value.indexOf('\r') >= 0) return false;
        List<String> lines = lines(value);
        if (isBlank(lines.getFirst()) || isBlank(lines.getLast())) return false;
        return lines.size() == 1 || lines.stream().anyMatch(line -> !isBlank(line) && !startsWithWhiteSpace(line));
    }

    /** The lines of a block string, quotes included, to be indented alike, in the form that is good to read. */
    static List<String> block(String value) {
        String escaped = escapeBlock(value);
        List<String> lines = lines(escaped);
        boolean ownLines = lines.size() > 1
                || value.length() > LONGEST_ONE_LINE_BLOCK
                || needsLineAtEnd(value)
                || escaped.endsWith("\\\"\"\"");
        boolean lineAtStart = ownLines && !(lines.size() == 1 && startsWithWhiteSpace(value));
        return lines("\"\"\"" + (lineAtStart ? "\n" : "") + escaped + (ownLines ? "\n" : "") + "\"\"\"");
    }

    /** A block string in as few characters as it can have. */
    static String shortBlock(String value) {
        List<String> lines = lines(value);
        boolean lineAtStart = lines.size() > 1
                && lines.stream().skip(1).allMatch(line -> line.isEmpty() || startsWithWhiteSpace(line));
        return "\"\"\"" + (lineAtStart ? "\n" : "") + escapeBlock(value) + (needsLineAtEnd(value) ? "\n" : "")
                + "\"\"\"";
    }

    private static String escapeBlock(String value) {
        return value.replace("\"\"\"", "\\\"\"\"");
    }

    /** What would be read together with the closing quotes. */
    private static boolean needsLineAtEnd(String value) {
        return (value.endsWith("\"") && !value.endsWith("\"\"\"")) || value.endsWith("\\");
    }

    private static List<String> lines(String value) {
        return List.of(value.split("\n", -1));
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c == ' ' || c == '\t');
    }

    private static boolean startsWithWhiteSpace(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }
}
