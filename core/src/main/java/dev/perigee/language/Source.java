package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A source text: its name, for messages, and its bytes in UTF-8. Safe to share between threads; the bytes must not be
 * changed after it is made. Lines and columns are worked out when they are asked for.
 */
public final class Source {
    private static final int STRIDE = 512;

    private final String name;
    private final byte[] bytes;
    private volatile int @Nullable [] lineStarts;
    private volatile int @Nullable [] unitsBefore; // each STRIDE bytes, in UTF-16 units

    private Source(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A source of bytes in UTF-8, which are kept, not copied. */
    public static Source of(String name, byte[] bytes) {
        return new Source(name, bytes);
    }

    /** A source of text. A lone surrogate in it stays one, as bytes that the lexer rejects. */
    public static Source of(String name, String text) {
        return new Source(name, Utf8.encode(text));
    }

    /** The name for messages: a file, or what else tells the reader where the text is from. */
    public String name() {
        return name;
    }

    /** The bytes themselves, not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The line of a byte offset; the first is 1. Line feed, carriage return, or both together end a line. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of a byte offset in its line, in UTF-16 code units; the first is 1. */
    int column(int offset) {
        int start = lineStarts()[line(offset) - 1];
        int end = Math.min(offset, bytes.length);
        return 1 + (end - start <= STRIDE ? units(start, end) : unitsBefore(end) - unitsBefore(start));
    }

    /** Does not count a long line again for each place in it: a document may be one line of a million places. */
    private int unitsBefore(int offset) {
        int[] before = unitsBefore;
        if (before == null) {
            before = countUnits(); // as with lines, two threads may both do it
            unitsBefore = before;
        }
        int stride = offset / STRIDE;
        return before[stride] + units(stride * STRIDE, offset);
    }

    private int[] countUnits() {
        int[] before = new int[bytes.length / STRIDE + 1];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + units((i - 1) * STRIDE, i * STRIDE);
        }
        return before;
    }

    private int units(int start, int end) {
        int units = 0;
        for (int i = start; i < end; i++) units += utf16Units(bytes[i]);
        return units;
    }

    /** The text of a line without its end; the first is 1. */
    String lineText(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : bytes.length;
        while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) end--;
        return new String(bytes, start, end - start, UTF_8);
    }

    /** UTF-16 units that a byte opens: none for a continuation byte, two for the first of four bytes. */
    private static int utf16Units(byte b) {
        if ((b & 0xC0) == 0x80) return 0;
        return (b & 0xF8) == 0xF0 ? 2 : 1;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findLineStarts(); // two threads may both do it, with the same outcome
            lineStarts = starts;
        }
        return starts;
    }

    private int[] findLineStarts() {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            boolean ends = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
            if (!ends) continue;
            if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
