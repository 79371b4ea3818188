package dev.perigee.sql.statement;

/**
 * A pattern of {@link Condition.Operator#LIKE}, in the forms that databases take. They differ about a {@code \} that
 * takes no meaning away: an error for some, left out by others. Here it always stands for the character behind it, and
 * for itself at the end.
 */
record LikePattern(String pattern) {
    static LikePattern of(String pattern) {
        return new LikePattern(pattern);
    }

    /** For SQL's own {@code like} with this escape character. */
    String escapedBy(char escape) {
        return translate(
                '%',
                '_',
                literal -> literal == '%' || literal == '_' || literal == escape
                        ? new String(new char[] {escape, literal})
                        : String.valueOf(literal));
    }

    /** For SQLite's {@code glob}, whose case counts. */
    String glob() {
        return translate(
                '*',
                '?',
                literal -> literal == '*' || literal == '?' || literal == '['
                        ? "[" + literal + "]"
                        : String.valueOf(literal));
    }

    private interface Literal {
        String of(char literal);
    }

    private String translate(char any, char one, Literal literal) {
        StringBuilder out = new StringBuilder(pattern.length() + 8);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') out.append(any);
            else if (c == '_') out.append(one);
            else if (c == '\\' && i + 1 < pattern.length()) out.append(literal.of(pattern.charAt(++i)));
            else out.append(literal.of(c));
        }
        return out.toString();
    }
}
