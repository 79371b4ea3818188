package dev.perigee.language;

/**
 * A range of a source.
 *
 * @param start the first byte, counted from 0
 * @param end the byte after the last
 */
public record Location(Source source, int start, int end) {
    /** Of nodes that were made in code and stand in no source. */
    public static final Location NONE = new Location(Source.of("(code)", new byte[0]), 0, 0);

    /** The line where the range starts; the first is 1. */
    public int line() {
        return source.line(start);
    }

    /** The column where the range starts, in UTF-16 code units; the first is 1. */
    public int column() {
        return source.column(start);
    }

    /** The line of the byte after the range. */
    public int endLine() {
        return source.line(end);
    }

    /** The column of the byte after the range, in UTF-16 code units. */
    public int endColumn() {
        return source.column(end);
    }

    /** The line where the range starts, and below it a caret at its column, for people to read. */
    public String excerpt() {
        return Excerpt.of(this);
    }

    /** {@code name:line:column}, as compilers print it. */
    @Override
    public String toString() {
        return this == NONE ? source.name() : source.name() + ":" + line() + ":" + column();
    }
}
