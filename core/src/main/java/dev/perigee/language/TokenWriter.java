package dev.perigee.language;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes tokens to a {@link Layout}, each with the comments that stand beside it in its source, if they are wanted. */
final class TokenWriter {
    private final Layout layout;
    private final @Nullable Comments comments;
    private int depth;

    TokenWriter(Layout layout, @Nullable Comments comments) {
        this.layout = layout;
        this.comments = comments;
    }

    void token(String token) {
        commentsBefore(token);
        tokenBeforeComments(token);
    }

    /** A token that stands beside the one before it: the comment lines between them come after it. */
    private void tokenBeforeComments(String token) {
        if (comments != null) comments.moveTo(token);
        layout.token(token);
        written();
    }

    void space() {
        layout.space();
    }

    void lineEnd() {
        layout.lineEnd();
    }

    void blankLine() {
        layout.blankLine();
    }

    void blockString(String value) {
        commentsBefore("");
        layout.blockString(value);
        written();
    }

    /** The comments after the last token. */
    void end() {
        lastComments(false);
    }

    void words(String first, String... others) {
        token(first);
        for (String word : others) {
            layout.space();
            token(word);
        }
    }

    /** Items in braces that begin something. */
    <T extends Node> void inBraces(List<T> items, Consumer<T> item) {
        inBraces(items, this::token, item);
    }

    /** Items in braces that stand beside the token before them. */
    <T extends Node> void inBracesAfterToken(List<T> items, Consumer<T> item) {
        inBraces(items, this::tokenBeforeComments, item);
    }

    /** Items in braces, each on its own line; where there was a blank line between two, there is one. */
    private <T extends Node> void inBraces(List<T> items, Consumer<String> open, Consumer<T> item) {
        open.accept("{");
        layout.indent();
        boolean first = true;
        for (T each : items) {
            lineEnd(first);
            item.accept(each);
            first = false;
        }
        boolean empty = !lastComments(first) && first;
        layout.dedent();
        if (!empty) layout.lineEnd();
        token("}");
    }

    private void lineEnd(boolean first) {
        if (!first && comments != null && comments.isBlankNext()) layout.blankLine();
        else layout.lineEnd();
    }

    <T extends Node> void body(List<T> items, Consumer<T> item) {
        if (items.isEmpty()) return;
        layout.space();
        inBracesAfterToken(items, item);
    }

    <T extends Node> void inParentheses(List<T> items, Consumer<T> item) {
        if (!items.isEmpty()) group("(", "", items, ")", item);
    }

    /** A value with items in it, in brackets; {@code inner} is the space inside of them. */
    <T extends Node> void inBrackets(String open, String inner, List<T> items, String close, Consumer<T> item) {
        enter();
        commentsBefore(open);
        group(open, inner, items, close, item);
        leave();
    }

    /** Items on one line with commas, or else each on its own; {@code inner} is the space inside of the brackets. */
    private <T extends Node> void group(String open, String inner, List<T> items, String close, Consumer<T> item) {
        layout.open();
        tokenBeforeComments(open);
        layout.indent();
        boolean first = true;
        for (T each : items) {
            layout.mayBreak(first ? inner : ", ");
            item.accept(each);
            first = false;
        }
        boolean empty = !lastComments(first) && first;
        layout.dedent();
        if (!empty) layout.mayBreak(inner);
        token(close);
        layout.close();
    }

    /** Items on one line with separators, or else each on its own, with a separator before the first too. */
    void separated(String separator, List<? extends Node> items) {
        layout.open();
        layout.indent();
        boolean first = true;
        for (Node item : items) {
            layout.mayBreak(" ");
            if (first) {
                if (comments != null) writeCommentLines(comments, nameOf(item));
                layout.ifBroken(separator + " ");
            } else {
                token(separator);
                layout.space();
            }
            token(nameOf(item));
            first = false;
        }
        layout.dedent();
        layout.close();
    }

    private static String nameOf(Node item) {
        return switch (item) {
            case NamedType type -> type.name();
            case Name name -> name.value();
            default -> throw new IllegalArgumentException("Not a name: " + item);
        };
    }

    private void written() {
        if (comments == null) return;
        comments.written();
        if (comments.after() == null) return;
        if (layout.hasComment()) comments.moveAfterToBefore();
        else layout.commentAfter(comments.after());
    }

    private void commentsBefore(String token) {
        if (comments == null) return;
        if (!writeCommentLines(comments, token)) return;
        if (comments.isBlankBefore()) layout.blankAfterComment();
    }

    /** The comment lines before a closing bracket belong to what is in the brackets. */
    private boolean lastComments(boolean first) {
        if (comments == null || !comments.hasBefore()) return false;
        lineEnd(first);
        writeCommentLines(comments);
        return true;
    }

    private boolean writeCommentLines(Comments comments, String beforeToken) {
        comments.moveTo(beforeToken);
        if (!comments.hasBefore()) return false;
        writeCommentLines(comments);
        return true;
    }

    private void writeCommentLines(Comments comments) {
        boolean first = true;
        for (Comments.CommentLine line : comments.takeBefore()) {
            if (!first && line.blankBefore()) layout.blankAfterComment();
            layout.commentLine(line.text());
            first = false;
        }
    }

    /**
     * Begins what may be nested in its like.
     *
     * @throws IllegalArgumentException if the tree is nested too deep
     */
    void enter() {
        if (++depth <= ParserLimits.GREATEST_DEPTH) return;
        throw new IllegalArgumentException(
                "The tree is nested deeper than " + ParserLimits.GREATEST_DEPTH + " levels.");
    }

    void leave() {
        depth--;
    }
}
