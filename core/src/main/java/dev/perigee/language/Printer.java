package dev.perigee.language;

/**
 * Writes trees as text that reads back as the same tree. What the {@link Parser} refuses, a tree made in code may well
 * contain, such as a name that is none; the printer does not check it.
 *
 * <p>A string that is marked as a block string and can't be one, for instance for blank lines at its start, is printed
 * in double quotes. Trees nested deeper than {@link ParserLimits#GREATEST_DEPTH} levels are refused with an
 * {@code IllegalArgumentException}.
 */
public final class Printer {
    private Printer() {}

    /**
     * The canonical form: two spaces for indentation, lists that do not fit 80 columns on several lines, and no comments,
     * which are no part of the tree; {@link Formatter} keeps them. No line end after the last line.
     */
    public static String print(Node node) {
        return layout(node).text();
    }

    /** The shortest form: no white space but what separates tokens. */
    public static String printCompact(Node node) {
        return layout(node).compact();
    }

    private static Layout layout(Node node) {
        Layout layout = new Layout();
        new TreeWriter(layout, null).write(node);
        return layout;
    }
}
