package dev.perigee.language;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as a list of tokens with places where lines may or must end between them. A group is laid out on one line if
 * it fits {@link #WIDTH} columns, and else with a line end at each of its places.
 *
 * <p>After "A prettier printer" (Philip Wadler, 2003), in the linear form of "Prettyprinting" (Derek C. Oppen, 1980): a
 * group looks ahead at most one line.
 */
final class Layout {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private enum Kind {
        TOKEN,
        /** A block string; the text is its value. */
        BLOCK_STRING,
        SPACE,
        /** A text that is there only if the group is not on one line. */
        IF_BROKEN,
        /** A place where a line may end; the text is what stands there if it doesn't. */
        MAY_BREAK,
        LINE_END,
        BLANK_LINE,
        OPEN,
        CLOSE,
        INDENT,
        DEDENT,
        /** A comment at the end of a line. */
        COMMENT_AFTER,
        /** A comment on a line of its own. */
        COMMENT_LINE,
        /** A blank line, but only between a comment and what follows it. */
        BLANK_AFTER_COMMENT
    }

    private Kind[] kinds = new Kind[64];
    private String[] texts = new String[64];
    private int size;
    private @Nullable String commentAfter; // waits until it is sure that nothing more comes on its line

    void token(String text) {
        if (!attaches(text)) flushComment();
        add(Kind.TOKEN, text);
    }

    /** What stands beside the token before it, so that a comment between them is better after it. */
    private static boolean attaches(String text) {
        return switch (text) {
            case "{", "(", "[", ":", "=", "!", ")", "]" -> true;
            default -> false;
        };
    }

    void blockString(String value) {
        flushComment();
        add(Kind.BLOCK_STRING, value);
    }

    void space() {
        add(Kind.SPACE, " ");
    }

    void ifBroken(String text) {
        flushComment();
        add(Kind.IF_BROKEN, text);
    }

    void mayBreak(String otherwise) {
        flushComment();
        add(Kind.MAY_BREAK, otherwise);
    }

    void lineEnd() {
        flushComment();
        add(Kind.LINE_END, "");
    }

    void blankLine() {
        flushComment();
        add(Kind.BLANK_LINE, "");
    }

    void open() {
        add(Kind.OPEN, "");
    }

    void close() {
        add(Kind.CLOSE, "");
    }

    void indent() {
        add(Kind.INDENT, "");
    }

    void dedent() {
        add(Kind.DEDENT, "");
    }

    /** A comment on the line of the token that was added last, where there is none yet. */
    void commentAfter(String comment) {
        commentAfter = comment;
    }

    boolean hasComment() {
        return commentAfter != null;
    }

    void commentLine(String comment) {
        flushComment();
        add(Kind.COMMENT_LINE, comment);
    }

    void blankAfterComment() {
        add(Kind.BLANK_AFTER_COMMENT, "");
    }

    private void flushComment() {
        if (commentAfter == null) return;
        add(Kind.COMMENT_AFTER, commentAfter);
        commentAfter = null;
    }

    private void add(Kind kind, String text) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        kinds[size] = kind;
        texts[size++] = text;
    }

    /** The tokens alone, with white space only where two would be one without. */
    String compact() {
        StringBuilder out = new StringBuilder();
        boolean afterWord = false;
        for (int i = 0; i < size; i++) {
            if (kinds[i] != Kind.TOKEN && kinds[i] != Kind.BLOCK_STRING) continue;
            boolean word = kinds[i] == Kind.BLOCK_STRING || isWord(texts[i]);
            if (word && afterWord) out.append(' ');
            out.append(kinds[i] == Kind.BLOCK_STRING ? StringLiteral.shortBlock(texts[i]) : texts[i]);
            afterWord = word;
        }
        return out.toString();
    }

    /** Whether a token is a name, a number or a string. */
    private static boolean isWord(String token) {
        char first = token.isEmpty() ? ' ' : token.charAt(0);
        return first == '"' || first == '-' || CharacterClass.isNameContinue(first);
    }

    /** The text, without a line end after the last line. */
    String text() {
        flushComment();
        return new Rendering().text();
    }

    /** Whether what follows an {@code OPEN} fits on the line up to the next place where it may end. */
    private boolean fits(int from, int columns) {
        int left = columns;
        int depth = 1;
        boolean closed = false;
        for (int i = from; i < size && left >= 0; i++) {
            switch (kinds[i]) {
                case TOKEN, SPACE -> left -= texts[i].length();
                case MAY_BREAK -> {
                    if (closed) return true;
                    left -= texts[i].length();
                }
                case BLOCK_STRING, LINE_END, BLANK_LINE, COMMENT_AFTER, COMMENT_LINE -> {
                    return closed;
                }
                case OPEN -> depth++;
                case CLOSE -> closed |= --depth == 0;
                case IF_BROKEN, INDENT, DEDENT, BLANK_AFTER_COMMENT -> {}
            }
        }
        return left >= 0;
    }

    /** One pass over the list. Line ends are written late, when it is known what follows them. */
    private final class Rendering {
        private static final int NO_COMMENT = -1;

        private final StringBuilder out = new StringBuilder(size * 8);
        private boolean[] flat = new boolean[16]; // of the open groups, from 1
        private int groups;
        private int indent;
        private int lineStart;
        private int lineEnds; // still to be written
        private int spaces; // still to be written
        private int commentIndent = NO_COMMENT; // of what follows a comment, if no line end is between
        private boolean inLine; // whether that comment stands in the middle of what is one line without it

        String text() {
            for (int i = 0; i < size; i++) {
                switch (kinds[i]) {
                    case TOKEN -> word(texts[i]);
                    case BLOCK_STRING -> lines(StringLiteral.block(texts[i]));
                    case SPACE -> spaces = 1;
                    case IF_BROKEN -> {
                        if (!flat[groups]) word(texts[i]);
                    }
                    case MAY_BREAK -> {
                        if (flat[groups]) out.append(texts[i]);
                        else endLine(1);
                    }
                    case LINE_END -> endLine(1);
                    case BLANK_LINE -> endLine(2);
                    case OPEN -> open(i);
                    case CLOSE -> groups--;
                    case INDENT -> indent++;
                    case DEDENT -> indent--;
                    case COMMENT_AFTER -> commentAfter(texts[i]);
                    case COMMENT_LINE -> commentLine(texts[i]);
                    case BLANK_AFTER_COMMENT -> {
                        if (commentIndent != NO_COMMENT && !inLine) lineEnds = 2;
                    }
                }
            }
            return out.toString();
        }

        private void open(int at) {
            if (++groups == flat.length) flat = Arrays.copyOf(flat, groups * 2);
            flat[groups] = flat[groups - 1] || fits(at + 1, WIDTH - column());
        }

        private int column() {
            if (commentIndent != NO_COMMENT) return commentIndent * INDENT.length();
            return lineEnds > 0 ? indent * INDENT.length() : out.length() - lineStart + spaces;
        }

        private void endLine(int count) {
            lineEnds = Math.max(lineEnds, count);
            commentIndent = NO_COMMENT;
        }

        private void word(String text) {
            if (commentIndent != NO_COMMENT) {
                startLine(Math.max(lineEnds, 1), commentIndent);
                commentIndent = NO_COMMENT;
            } else if (lineEnds > 0) {
                startLine(lineEnds, indent);
            }
            if (spaces > 0) out.append(' ');
            spaces = 0;
            out.append(text);
        }

        private void lines(List<String> lines) {
            word(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                startLine(1, line.isEmpty() ? 0 : indent);
                out.append(line);
            }
        }

        private void commentAfter(String comment) {
            out.append(' ').append(comment);
            commentIndent = indent + 1;
            inLine = true;
        }

        private void commentLine(String comment) {
            if (commentIndent == NO_COMMENT) {
                inLine = lineEnds == 0 && out.length() > 0;
                commentIndent = inLine ? indent + 1 : indent;
            }
            startLine(Math.max(lineEnds, 1), commentIndent);
            out.append(comment);
        }

        private void startLine(int ends, int indentation) {
            if (out.length() > 0) out.append("\n".repeat(ends));
            lineStart = out.length();
            out.append(INDENT.repeat(indentation));
            lineEnds = 0;
            spaces = 0;
        }
    }
}
