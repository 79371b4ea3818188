package dev.perigee.language;

import static dev.perigee.language.TokenKind.END;
import static dev.perigee.language.TokenKind.NAME;

import java.util.Arrays;
import java.util.List;

/** The lexer of a parser: one token ahead, and never back. The grammars share one. */
final class Cursor extends Lexer {
    private final Source source;
    private final int maxDepth;
    private int depth;
    private int lastEnd; // the byte after the last token that was taken
    private Object[] items = new Object[32]; // of all lists that are being read, the innermost last
    private int itemCount;

    /** Stands on the first token. */
    Cursor(Source source, ParserLimits limits) {
        super(source, limits);
        this.source = source;
        this.maxDepth = limits.maxDepth();
        next();
    }

    boolean is(TokenKind kind) {
        return kind() == kind;
    }

    void advance() {
        lastEnd = end();
        next();
    }

    boolean skip(TokenKind kind) {
        if (kind() != kind) return false;
        advance();
        return true;
    }

    boolean skipWord(String word) {
        if (!isWord(word)) return false;
        advance();
        return true;
    }

    void expect(TokenKind kind) {
        if (!skip(kind)) throw expected(kind.describe());
    }

    void expectWord(String word) {
        if (!skipWord(word)) throw expected('"' + word + '"');
    }

    /** Takes a name; {@code what} says which one, such as {@code "the name of a field"}. */
    String name(String what) {
        if (kind() != NAME) throw expected(what);
        String name = name();
        advance();
        return name;
    }

    /** The name that the cursor stands on, without taking it. */
    String peekName() {
        return name();
    }

    /** Takes a number, as it is written. */
    String takeNumber() {
        String number = number();
        advance();
        return number;
    }

    /** Takes a string, and gives its value. */
    String takeString() {
        String string = string();
        advance();
        return string;
    }

    /** Nothing may follow; {@code what} is what ends here. */
    void expectEnd(String what) {
        if (kind() != END) throw expected("the end of " + what);
    }

    /** From a start to the end of the last token that was taken. */
    Location since(int start) {
        return new Location(source, start, lastEnd);
    }

    /** Takes a token that opens something which may contain its own kind; {@link #leave} closes it. */
    void enter(TokenKind open) {
        if (depth == maxDepth && kind() == open) throw tooDeep();
        expect(open);
        depth++;
    }

    void leave(TokenKind close) {
        expect(close);
        depth--;
    }

    /** Where a list starts in the memory that all lists share: keep it, to give it to {@link #list}. */
    int startList() {
        return itemCount;
    }

    void add(Object item) {
        if (itemCount == items.length) items = Arrays.copyOf(items, itemCount * 2);
        items[itemCount++] = item;
    }

    /** Ends a list: all that was added since its start. */
    @SuppressWarnings("unchecked") // whoever starts a list adds items of the type that it then asks for
    <T> List<T> list(int start) {
        int end = itemCount;
        itemCount = start;
        return (List<T>) ExactList.of(items, start, end);
    }

    SyntaxException expected(String what) {
        return new SyntaxException("Expected " + what + ", found " + describe() + ".", location());
    }

    private LimitException tooDeep() {
        String message = "Expected nesting of at most %,d levels, found more.".formatted(maxDepth);
        return new LimitException("maxDepth", maxDepth, message, location());
    }
}
