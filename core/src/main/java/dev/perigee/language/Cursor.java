package dev.perigee.language;

import static dev.perigee.language.TokenKind.END;
import static dev.perigee.language.TokenKind.NAME;

import java.util.Arrays;
import java.util.List;

/** Where a parser is in a document: one token ahead, and never back. The grammars share one. */
final class Cursor {
    private final Source source;
    private final Lexer lexer;
    private final int maxDepth;
    private int depth;
    private int lastEnd; // the byte after the last token that was taken
    private Object[] items = new Object[32]; // of all lists that are being read, the innermost last
    private int itemCount;

    /** Stands on the first token. */
    Cursor(Source source, ParserLimits limits) {
        this.source = source;
        this.lexer = new Lexer(source, limits);
        this.maxDepth = limits.maxDepth();
        lexer.next();
    }

    TokenKind kind() {
        return lexer.kind();
    }

    boolean is(TokenKind kind) {
        return lexer.kind() == kind;
    }

    boolean isWord(String word) {
        return lexer.isWord(word);
    }

    void advance() {
        lastEnd = lexer.end();
        lexer.next();
    }

    boolean skip(TokenKind kind) {
        if (lexer.kind() != kind) return false;
        advance();
        return true;
    }

    boolean skipWord(String word) {
        if (!lexer.isWord(word)) return false;
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
        if (lexer.kind() != NAME) throw expected(what);
        String name = lexer.name();
        advance();
        return name;
    }

    /** The name that the cursor stands on, without taking it. */
    String peekName() {
        return lexer.name();
    }

    /** Takes a number, as it is written. */
    String number() {
        String number = lexer.number();
        advance();
        return number;
    }

    /** Takes a string, and gives its value. */
    String string() {
        String string = lexer.string();
        advance();
        return string;
    }

    /** Nothing may follow; {@code what} is what ends here. */
    void expectEnd(String what) {
        if (lexer.kind() != END) throw expected("the end of " + what);
    }

    /** Where the current token starts: keep it, to give it to {@link #since}. */
    int start() {
        return lexer.start();
    }

    /** From a start to the end of the last token that was taken. */
    Location since(int start) {
        return new Location(source, start, lastEnd);
    }

    /** Takes a token that opens something which may contain its own kind; {@link #leave} closes it. */
    void enter(TokenKind open) {
        if (depth == maxDepth && lexer.kind() == open) throw tooDeep();
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
        return new SyntaxException("Expected " + what + ", found " + lexer.describe() + ".", lexer.location());
    }

    private LimitException tooDeep() {
        String message = "Expected nesting of at most %,d levels, found more.".formatted(maxDepth);
        return new LimitException("maxDepth", maxDepth, message, lexer.location());
    }
}
