package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a source, token by token: where a tree is written in the order of its source, each comment finds the
 * token again beside which it stood.
 */
final class Comments {
    /** A comment on a line of its own. */
    record CommentLine(String text, boolean blankBefore) {}

    private final byte[] text;
    private final Lexer lexer; // stands on the token that is written next
    private @Nullable String after; // the comment on the line of the token that was written last
    private List<CommentLine> before = new ArrayList<>(); // the lines before the next token
    private boolean blankBefore; // whether the line before the next token is blank

    Comments(Source source, ParserLimits limits) {
        this.text = source.bytes();
        this.lexer = new Lexer(source, limits);
        lexer.next();
        readGap(0, false);
    }

    /** Goes on to a token that is about to be written; what is not written, like a leading {@code |}, is passed by. */
    void moveTo(String token) {
        while (isLeftOut(token)) {
            int end = lexer.end();
            boolean wasBlankBefore = blankBefore;
            int wasBefore = before.size();
            lexer.next();
            readGap(end, false);
            blankBefore |= wasBlankBefore && before.size() == wasBefore;
        }
    }

    private boolean isLeftOut(String written) {
        return switch (lexer.kind()) {
            case PIPE -> !written.equals("|");
            case AMPERSAND -> !written.equals("&");
            case NAME -> written.equals("{") && lexer.isWord("query");
            default -> false;
        };
    }

    /** The lines of comment before the next token, which then are dealt with. */
    List<CommentLine> takeBefore() {
        List<CommentLine> taken = before;
        before = new ArrayList<>();
        return taken;
    }

    boolean hasBefore() {
        return !before.isEmpty();
    }

    /** Whether there is a blank line before the next token. */
    boolean isBlankBefore() {
        return blankBefore;
    }

    /** Whether there is a blank line before what comes next, a comment or a token. */
    boolean isBlankNext() {
        return before.isEmpty() ? blankBefore : before.getFirst().blankBefore();
    }

    /** The token has been written. Its comment lines that nobody took stand before the next one. */
    void written() {
        int end = lexer.end();
        lexer.next();
        after = null;
        readGap(end, before.isEmpty());
    }

    /** There is a comment on that line already: this one takes the line after it. */
    void moveAfterToBefore() {
        if (after == null) return;
        before.addFirst(new CommentLine(after, false));
        after = null;
    }

    /** The comment on the line of the token that was written last. */
    @Nullable String after() {
        return after;
    }

    /** Reads what is between a token and the next. It was lexed already, so all in it is white space or a comment. */
    private void readGap(int from, boolean mayBeAfter) {
        int lineEnds = 0;
        boolean first = mayBeAfter;
        int at = from;
        while (at < lexer.start()) {
            if (text[at] == '#') {
                int end = commentEnd(at);
                String comment = new String(text, at, end - at, UTF_8).stripTrailing();
                if (first && lineEnds == 0) after = comment;
                else before.add(new CommentLine(comment, lineEnds > 1));
                first = false;
                lineEnds = 0;
                at = end;
            } else {
                if (isLineEnd(at)) lineEnds++;
                at++;
            }
        }
        blankBefore = lineEnds > 1;
    }

    private int commentEnd(int from) {
        int at = from;
        while (at < lexer.start() && text[at] != '\n' && text[at] != '\r') at++;
        return at;
    }

    private boolean isLineEnd(int at) {
        return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.length || text[at + 1] != '\n'));
    }
}
