package dev.perigee.language;

/**
 * Rewrites documents in canonical form, as {@link Printer#print} does, but with their comments, and with single blank
 * lines where the document has them between fields, selections or comments. The tree stays the same, the comments keep
 * their order and their text (without trailing white space), and what is formatted stays as it is.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * The formatted text, with a line end after the last line.
     *
     * @throws SyntaxException if the source is no document
     */
    public static String format(Source source) {
        return format(source, ParserLimits.SCHEMA);
    }

    /**
     * The formatted text, with a line end after the last line.
     *
     * @throws SyntaxException if the source is no document, or over a limit
     */
    public static String format(Source source, ParserLimits limits) {
        Document document = Parser.parse(source, limits);
        Layout layout = new Layout();
        TreeWriter writer = new TreeWriter(layout, new Comments(source, limits));
        writer.write(document);
        writer.end();
        return layout.text() + "\n";
    }
}
