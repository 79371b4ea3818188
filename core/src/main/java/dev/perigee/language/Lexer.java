package dev.perigee.language;

import static dev.perigee.language.TokenKind.BLOCK_STRING;
import static dev.perigee.language.TokenKind.END;
import static dev.perigee.language.TokenKind.FLOAT;
import static dev.perigee.language.TokenKind.INT;
import static dev.perigee.language.TokenKind.NAME;
import static dev.perigee.language.TokenKind.SPREAD;
import static dev.perigee.language.TokenKind.STRING;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Splits UTF-8 source text into tokens, without an object per token: it stands on one token at a time, first on none,
 * and {@link #next()} moves it on. One document, one thread.
 *
 * <p>What the grammar calls ignored (white space, commas, comments, byte order marks) is between the end of one token
 * and the start of the next.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Source-Text">Source Text</a>
 */
public sealed class Lexer permits Cursor {
    private static final String HALF_OF_A_PAIR = "half of a surrogate pair";

    /** The punctuators of one byte, by that byte. */
    private static final @Nullable TokenKind[] PUNCTUATORS = new @Nullable TokenKind[256];

    static {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isPunctuator() && kind != SPREAD)
                PUNCTUATORS[kind.punctuator().charAt(0)] = kind;
        }
    }

    private final Source source;
    private final ParserLimits limits;
    private final int maxTokens;
    private final byte[] text;
    private TokenKind kind = END;
    private int start; // the current token is text[start, end), in bytes
    private int end;
    private long head; // of the current token, if it is a name: its first eight bytes
    private long tail; // and its next eight, or a key of all that follow
    private boolean escaped; // whether the current token, a string, has escapes in it
    private int count;

    public Lexer(Source source) {
        this(source, ParserLimits.SCHEMA);
    }

    /** @throws LimitException if the source is longer than {@code limits} allow; {@link #next()} counts the tokens */
    public Lexer(Source source, ParserLimits limits) {
        this(source, limits, 0);
        if (text.length > limits.maxBytes()) {
            throw new LimitException(
                    "maxBytes",
                    limits.maxBytes(),
                    "Expected at most %,d bytes, found %,d.".formatted(limits.maxBytes(), text.length),
                    new Location(source, limits.maxBytes(), text.length));
        }
    }

    /** A lexer that goes on inside of a source, in front of a token. */
    Lexer(Source source, ParserLimits limits, int from) {
        this.source = source;
        this.limits = limits;
        this.maxTokens = limits.maxTokens();
        this.text = source.bytes();
        this.end = from;
    }

    /** The kind of the current token. */
    public TokenKind kind() {
        return kind;
    }

    /** The first byte of the current token, counted from 0. */
    public int start() {
        return start;
    }

    /** The byte after the current token. */
    public int end() {
        return end;
    }

    public Location location() {
        return new Location(source, start, end);
    }

    /**
     * What the current token stands for: a name or number as it is written, a string with its escapes replaced, a
     * punctuator itself, nothing at the end.
     */
    public String value() {
        return switch (kind) {
            case NAME -> name();
            case INT, FLOAT -> number();
            case STRING, BLOCK_STRING -> string();
            default -> kind.punctuator();
        };
    }

    /**
     * Moves to the next token. At the end, {@code END} however often it is asked.
     *
     * @throws SyntaxException if what follows is no token
     * @throws LimitException if it is one token too many
     */
    public TokenKind next() {
        // Over the 325 bytes up to which the JIT inlines: copies would leave no room for the rest of productions.
        int at = end;
        if (at < text.length && text[at] <= ',') at = skipIgnored(at); // many tokens touch
        start = at;
        if (at == text.length) {
            end = at;
            return kind = END;
        }
        if (++count > maxTokens) throw tooManyTokens();
        byte first = text[at];
        if (isNameStart(first)) { // Name :: NameStart NameContinue*
            long word = Words.at(text, at);
            long stops = Words.notName(word);
            head = Words.before(word, stops);
            tail = 0;
            end = at + Words.index(stops);
            if (stops == 0) scanTail();
            return kind = NAME;
        }
        TokenKind punctuator = PUNCTUATORS[first & 0xFF];
        if (punctuator != null) {
            end = at + 1;
            return kind = punctuator;
        }
        return kind = switch (first) {
            case '.' -> spread();
            case '"' -> startsWith(at, "\"\"\"") ? blockString() : quotedString();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber();
            case '\'' -> throw expected("a token (a string is in double quotes)", at);
            default -> throw expected("a token", at);
        };
    }

    /** {@code Ignored :: UnicodeBOM WhiteSpace LineTerminator Comment Comma}. */
    private int skipIgnored(int from) {
        byte[] text = this.text;
        int at = from;
        while (at < text.length) {
            byte b = text[at];
            if (b == ' ' || b == '\n') {
                at++;
                continue;
            }
            if (b > ',') return at;
            switch (b) {
                case ',', '\t', '\r' -> at++;
                case '#' -> at = skipComment(at + 1);
                case (byte) 0xEF -> {
                    if (!isByteOrderMark(at)) return at;
                    at += 3;
                }
                default -> {
                    return at;
                }
            }
        }
        return at;
    }

    private boolean isByteOrderMark(int at) {
        return at + 2 < text.length && text[at + 1] == (byte) 0xBB && text[at + 2] == (byte) 0xBF;
    }

    private int skipComment(int from) {
        int at = skipPlain(from);
        while (at < text.length && text[at] != '\n' && text[at] != '\r') at = skipPlain(afterCharacter(at));
        return at;
    }

    private TokenKind spread() {
        if (!startsWith(start, "...")) throw expected("\"...\"", start);
        end = start + 3;
        return SPREAD;
    }

    /** What follows the first eight bytes of a name. */
    private void scanTail() {
        long word = Words.at(text, end);
        long stops = Words.notName(word);
        tail = Words.before(word, stops);
        end += Words.index(stops);
        while (stops == 0) {
            word = Words.at(text, end);
            stops = Words.notName(word);
            tail = Names.tail(tail, Words.before(word, stops));
            end += Words.index(stops);
        }
    }

    /**
     * {@code IntValue :: IntegerPart}, {@code FloatValue :: IntegerPart FractionalPart? ExponentPart?}; neither may be
     * followed by a digit, a dot or a name.
     */
    private TokenKind scanNumber() {
        int at = text[start] == '-' ? start + 1 : start;
        if (at < text.length && text[at] == '0') {
            at++;
            if (at < text.length && isDigit(text[at])) throw expected("a number without leading zeros", at);
        } else {
            at = digits(at);
        }
        TokenKind found = INT;
        if (at < text.length && text[at] == '.') {
            at = digits(at + 1);
            found = FLOAT;
        }
        if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-')) at++;
            at = digits(at);
            found = FLOAT;
        }
        if (at < text.length && (text[at] == '.' || isNameStart(text[at]))) {
            throw expected("the end of the number " + text(start, at), at);
        }
        end = at;
        return found;
    }

    private int digits(int from) {
        int at = from;
        while (at < text.length && isDigit(text[at])) at++;
        if (at == from) throw expected("a digit", at);
        return at;
    }

    /** {@code StringValue :: "" or " StringCharacter+ "}, on one line. */
    private TokenKind quotedString() {
        escaped = false;
        int at = start + 1;
        while (true) {
            at = skipPlain(at);
            if (at == text.length || text[at] == '\n' || text[at] == '\r') {
                throw expected("the end of the string that starts here, a double quote", start, at);
            }
            byte b = text[at];
            if (b == '"') {
                end = at + 1;
                return STRING;
            }
            if (b == '\\') {
                escaped = true;
                at = afterEscape(at);
            } else {
                at = afterCharacter(at);
            }
        }
    }

    /** {@code StringCharacter :: \\u EscapedUnicode, \\ EscapedCharacter}. */
    private int afterEscape(int backslash) {
        int at = backslash + 1;
        if (at == text.length) throw expected("an escape such as \\n or \\u{1F600}", at);
        return switch (text[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> afterUnicodeEscape(backslash);
            default -> throw expected("an escape, one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", at);
        };
    }

    private int afterUnicodeEscape(int backslash) {
        int at = backslash + 2;
        if (at < text.length && text[at] == '{') return afterBracedEscape(backslash);
        int unit = fourHexDigits(at);
        at += 4;
        if (isSurrogate(unit)) {
            if (unit >= Character.MIN_LOW_SURROGATE || !startsWith(at, "\\u") || startsWith(at, "\\u{")) {
                throw expected("a Unicode character", HALF_OF_A_PAIR, backslash, at);
            }
            int second = fourHexDigits(at + 2);
            if (second < Character.MIN_LOW_SURROGATE || second > Character.MAX_LOW_SURROGATE) {
                throw expected("a Unicode character", HALF_OF_A_PAIR, backslash, at);
            }
            at += 6;
        }
        return at;
    }

    private int afterBracedEscape(int backslash) {
        int at = backslash + 3;
        int codePoint = 0;
        while (at < text.length && hexDigit(text[at]) >= 0) {
            codePoint = Math.min(codePoint << 4 | hexDigit(text[at]), Character.MAX_CODE_POINT + 1);
            at++;
        }
        if (at == backslash + 3 || at == text.length || text[at] != '}') {
            throw expected(at == backslash + 3 ? "a hexadecimal digit" : "a hexadecimal digit or \"}\"", at);
        }
        at++;
        if (isSurrogate(codePoint)) throw expected("a Unicode character", HALF_OF_A_PAIR, backslash, at);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw expected("a Unicode character, up to \\u{10FFFF}", text(backslash, at), backslash, at);
        }
        return at;
    }

    private int fourHexDigits(int from) {
        int value = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = at < text.length ? hexDigit(text[at]) : -1;
            if (digit < 0) throw expected("four hexadecimal digits, or \"{\"", at);
            value = value << 4 | digit;
        }
        return value;
    }

    /** {@code BlockString :: """ BlockStringCharacter* """}. */
    private TokenKind blockString() {
        escaped = false;
        int at = skipPlain(start + 3);
        while (at < text.length) {
            byte b = text[at];
            if (b == '"' && startsWith(at, "\"\"\"")) {
                end = at + 3;
                return BLOCK_STRING;
            }
            if (b == '\\' && startsWith(at, "\\\"\"\"")) {
                escaped = true;
                at += 4;
            } else {
                at = afterCharacter(at);
            }
            at = skipPlain(at);
        }
        throw expected("the end of the string that starts here, three double quotes", start, at);
    }

    /** To what may end or escape a string, or end a line, or is more than ASCII, or to the end. */
    private int skipPlain(int from) {
        int at = from;
        while (true) {
            long stops = Words.notPlain(Words.at(text, at));
            if (stops != 0) return at + Words.index(stops);
            at += Words.BYTES;
        }
    }

    private int afterCharacter(int at) {
        if (text[at] >= 0) return at + 1;
        int length = Utf8.lengthAt(text, at);
        if (length == 0) throw expected("a character in UTF-8", at);
        return at + length;
    }

    /** The current token, a name. */
    String name() {
        return Names.get(text, start, end, head, tail);
    }

    /** The current token, a number, as it is written. */
    String number() {
        return text(start, end);
    }

    /** The value of the current token, a string. */
    String string() {
        return kind == STRING
                ? StringText.quoted(text, start + 1, end - 1, escaped)
                : StringText.block(text, start + 3, end - 3, escaped);
    }

    /** Whether the current token is this word. */
    boolean isWord(String word) {
        return kind == NAME && end - start == word.length() && startsWith(start, word);
    }

    /** The current token, for messages: {@code "{"}, {@code the number 12}, {@code the end of the document}. */
    String describe() {
        return switch (kind) {
            case NAME -> '"' + shortened() + '"';
            case INT, FLOAT -> "the number " + shortened();
            case STRING -> "the string " + shortened();
            case BLOCK_STRING -> "a block string";
            default -> kind.describe();
        };
    }

    private String shortened() {
        int most = 40;
        if (end - start <= most) return string(start, end);
        int to = start + most;
        while ((text[to] & 0xC0) == 0x80) to--; // not inside of a character
        return string(start, to) + "…";
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, UTF_8);
    }

    private String text(int from, int to) {
        return new String(text, from, to - from, ISO_8859_1);
    }

    private boolean startsWith(int at, String ascii) {
        if (at + ascii.length() > text.length) return false;
        for (int i = 0; i < ascii.length(); i++) {
            if (text[at + i] != ascii.charAt(i)) return false;
        }
        return true;
    }

    private static boolean isNameStart(byte b) {
        return CharacterClass.isNameStart(b);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int hexDigit(byte b) {
        return Character.digit(b, 16);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private SyntaxException expected(String what, int at) {
        int length = at == text.length ? 0 : Math.max(1, Utf8.lengthAt(text, at));
        return expected(what, describeAt(at), at, at + length);
    }

    private SyntaxException expected(String what, int from, int to) {
        return expected(what, to == text.length ? END.describe() : "the end of the line", from, to);
    }

    private SyntaxException expected(String what, String found, int from, int to) {
        return new SyntaxException("Expected " + what + ", found " + found + ".", new Location(source, from, to));
    }

    private String describeAt(int at) {
        if (at == text.length) return END.describe();
        if (Utf8.isSurrogateAt(text, at)) return HALF_OF_A_PAIR;
        if (Utf8.lengthAt(text, at) == 0) return "the byte 0x%02X".formatted(text[at]);
        int codePoint = Utf8.codePointAt(text, at);
        if (codePoint == '"') return "a double quote";
        if (codePoint == '\n' || codePoint == '\r') return "the end of the line";
        if (codePoint > ' ' && codePoint < 0x7F) return "\"" + Character.toString(codePoint) + "\"";
        String code = "U+%04X".formatted(codePoint);
        return Character.isLetterOrDigit(codePoint) ? "\"" + Character.toString(codePoint) + "\" (" + code + ")" : code;
    }

    private SyntaxException tooManyTokens() {
        return new LimitException(
                "maxTokens",
                limits.maxTokens(),
                "Expected at most %,d tokens, found more.".formatted(limits.maxTokens()),
                new Location(source, start, start + 1));
    }
}
