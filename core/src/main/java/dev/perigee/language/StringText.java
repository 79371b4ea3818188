package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The values of strings, from source text that the {@link Lexer} has found well-formed. */
final class StringText {
    private StringText() {}

    /** The value of what stands between two double quotes. */
    static String quoted(byte[] text, int start, int end, boolean escaped) {
        if (!escaped) return new String(text, start, end - start, UTF_8);
        StringBuilder value = new StringBuilder(end - start);
        int plain = start; // text[plain, at) is still to be taken over as it is
        int at = start;
        while (at < end) {
            if (text[at] != '\\') {
                at++;
                continue;
            }
            value.append(new String(text, plain, at - plain, UTF_8));
            at = unescape(text, at + 1, value);
            plain = at;
        }
        return value.append(new String(text, plain, end - plain, UTF_8)).toString();
    }

    /** Takes over the escape whose letter is at {@code at}. Both halves of a surrogate pair come one after the other. */
    private static int unescape(byte[] text, int at, StringBuilder value) {
        switch (text[at]) {
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                return unescapeUnicode(text, at + 1, value);
            }
            default -> value.append((char) text[at]);
        }
        return at + 1;
    }

    private static int unescapeUnicode(byte[] text, int from, StringBuilder value) {
        boolean braced = text[from] == '{';
        int at = braced ? from + 1 : from;
        int codePoint = 0;
        while (braced ? text[at] != '}' : at < from + 4) {
            codePoint = codePoint << 4 | Character.digit(text[at], 16);
            at++;
        }
        value.appendCodePoint(codePoint);
        return braced ? at + 1 : at;
    }

    /**
     * {@code BlockStringValue(rawValue)}: the lines of what stands between three double quotes, without the indentation
     * that all but the first have in common, and without blank lines at the start and the end.
     *
     * @see <a href="https://spec.graphql.org/September2025/#BlockStringValue()">BlockStringValue</a>
     */
    static String block(byte[] text, int start, int end, boolean escaped) {
        int indent = commonIndent(text, start, end);
        byte[] value = new byte[end - start];
        int size = 0;
        int sizeAfterText = -1; // where the value ends when it ends with its last line that isn't blank
        int lineStart = start;
        while (true) {
            int lineEnd = lineEnd(text, lineStart, end);
            boolean blank = skipWhiteSpace(text, lineStart, lineEnd) == lineEnd;
            if (!blank || sizeAfterText >= 0) {
                if (sizeAfterText >= 0) value[size++] = '\n';
                int from = lineStart == start ? start : Math.min(lineStart + indent, lineEnd);
                System.arraycopy(text, from, value, size, lineEnd - from);
                size += lineEnd - from;
                if (!blank) sizeAfterText = size;
            }
            if (lineEnd == end) break;
            lineStart = afterLineEnd(text, lineEnd, end);
        }
        String result = new String(value, 0, Math.max(sizeAfterText, 0), UTF_8);
        return escaped ? result.replace("\\\"\"\"", "\"\"\"") : result;
    }

    /** The least indentation of the lines after the first; blank lines don't count. */
    private static int commonIndent(byte[] text, int start, int end) {
        int common = Integer.MAX_VALUE;
        int lineEnd = lineEnd(text, start, end);
        while (lineEnd < end) {
            int lineStart = afterLineEnd(text, lineEnd, end);
            lineEnd = lineEnd(text, lineStart, end);
            int content = skipWhiteSpace(text, lineStart, lineEnd);
            if (content < lineEnd) common = Math.min(common, content - lineStart);
        }
        return common == Integer.MAX_VALUE ? 0 : common;
    }

    private static int lineEnd(byte[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] != '\n' && text[at] != '\r') at++;
        return at;
    }

    private static int afterLineEnd(byte[] text, int lineEnd, int end) {
        boolean both = text[lineEnd] == '\r' && lineEnd + 1 < end && text[lineEnd + 1] == '\n';
        return lineEnd + (both ? 2 : 1);
    }

    private static int skipWhiteSpace(byte[] text, int from, int end) {
        int at = from;
        while (at < end && (text[at] == ' ' || text[at] == '\t')) at++;
        return at;
    }
}
