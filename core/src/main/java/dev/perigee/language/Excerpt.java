package dev.perigee.language;

/** The line of a place with a caret below it, for people to read. */
final class Excerpt {
    /** Characters of a line that are shown at most; a longer line is cut around the place. */
    private static final int WIDTH = 100;

    private static final String CUT = "…";

    private Excerpt() {}

    /** Two lines, the text and the caret, without a line end after the second. */
    static String of(Location location) {
        String line = location.source().lineText(location.line());
        int place = Math.min(location.column() - 1, line.length());
        int from = characterStart(line, place < WIDTH ? 0 : place - WIDTH / 2);
        int to = characterStart(line, Math.min(line.length(), from + WIDTH));
        StringBuilder text = new StringBuilder(WIDTH + 2).append(from > 0 ? CUT : "");
        StringBuilder caret = new StringBuilder(WIDTH + 2).append(from > 0 ? " " : "");
        for (int i = from; i < to; i++) {
            text.append(visible(line.charAt(i)));
            if (i < place && !isSecondOfCharacter(line.charAt(i))) caret.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return text.append(to < line.length() ? CUT : "") + "\n" + caret.append('^');
    }

    /** A place that is not between the two halves of a character. */
    private static int characterStart(String line, int at) {
        return at > 0 && at < line.length() && isSecondOfCharacter(line.charAt(at)) ? at - 1 : at;
    }

    /** A tab stays one, in the text and above the caret; what would move the cursor or reverse the text is a dot. */
    private static char visible(char c) {
        if (c == '\t') return c;
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '·';
            default -> c;
        };
    }

    /** A character outside of the basic plane is two in a string but takes one place. */
    private static boolean isSecondOfCharacter(char c) {
        return Character.isLowSurrogate(c);
    }
}
