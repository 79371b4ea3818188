package dev.perigee.language;

/**
 * The kinds of token, and the end of the document.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Source-Text.Lexical-Tokens">Lexical Tokens</a>
 */
public enum TokenKind {
    BANG("!"),
    DOLLAR("$"),
    AMPERSAND("&"),
    PAREN_LEFT("("),
    PAREN_RIGHT(")"),
    SPREAD("..."),
    COLON(":"),
    EQUALS("="),
    AT("@"),
    BRACKET_LEFT("["),
    BRACKET_RIGHT("]"),
    BRACE_LEFT("{"),
    PIPE("|"),
    BRACE_RIGHT("}"),
    NAME("a name"),
    INT("an integer"),
    FLOAT("a number"),
    STRING("a string"),
    BLOCK_STRING("a string"),
    END("the end of the document");

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** Whether all tokens of this kind are the same text. */
    public boolean isPunctuator() {
        return compareTo(NAME) < 0;
    }

    /** The specification's name for such tokens: {@code Punctuator}, {@code Name}, ...; {@code End} is ours. */
    public String production() {
        return switch (this) {
            case NAME -> "Name";
            case INT -> "IntValue";
            case FLOAT -> "FloatValue";
            case STRING -> "StringValue";
            case BLOCK_STRING -> "BlockString";
            case END -> "End";
            default -> "Punctuator";
        };
    }

    /** For messages: {@code "{"} in quotes, {@code a name} without. */
    String describe() {
        return isPunctuator() ? '"' + text + '"' : text;
    }

    /** The text of a punctuator, empty at the end. */
    String punctuator() {
        return isPunctuator() ? text : "";
    }
}
