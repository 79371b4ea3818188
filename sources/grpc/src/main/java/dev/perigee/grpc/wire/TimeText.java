package dev.perigee.grpc.wire;

import dev.perigee.json.JsonWriter;
import java.time.LocalDate;

/**
 * Timestamps and durations in the form of ProtoJSON. For one thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class TimeText {
    private static final long SECONDS_A_DAY = 86_400;
    private static final long FIRST_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY - 1;
    /** About 10,000 years. */
    private static final long LONGEST_SECONDS = 315_576_000_000L;

    private static final int NANOS_A_SECOND = 1_000_000_000;
    private static final int SECONDS = Wire.tag(1, Wire.VARINT);
    private static final int NANOS = Wire.tag(2, Wire.VARINT);

    private final byte[] text = new byte[40];
    private int length;
    private long seconds;
    private int nanos;

    /** False, with nothing written, if it is out of range: from year 1 to year 9999. */
    boolean writeTimestamp(byte[] bytes, long span, JsonWriter out) {
        read(bytes, span);
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos >= NANOS_A_SECOND) return false;
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
        int second = (int) Math.floorMod(seconds, SECONDS_A_DAY);
        length = 0;
        add('"');
        addTwo(day.getYear() / 100);
        addTwo(day.getYear() % 100);
        add('-');
        addTwo(day.getMonthValue());
        add('-');
        addTwo(day.getDayOfMonth());
        add('T');
        addTwo(second / 3600);
        add(':');
        addTwo(second / 60 % 60);
        add(':');
        addTwo(second % 60);
        addFraction(nanos);
        add('Z');
        add('"');
        out.raw(text, 0, length);
        return true;
    }

    /** False, with nothing written, if it is out of range, or its parts have different signs. */
    boolean writeDuration(byte[] bytes, long span, JsonWriter out) {
        read(bytes, span);
        if (Math.abs(seconds) > LONGEST_SECONDS || seconds == Long.MIN_VALUE) return false;
        if (nanos <= -NANOS_A_SECOND || nanos >= NANOS_A_SECOND) return false;
        if (seconds < 0 && nanos > 0 || seconds > 0 && nanos < 0) return false;
        out.raw('"');
        if (seconds < 0 || nanos < 0) out.raw('-');
        out.writeLong(Math.abs(seconds));
        length = 0;
        addFraction(Math.abs(nanos));
        add('s');
        add('"');
        out.raw(text, 0, length);
        return true;
    }

    private void read(byte[] bytes, long span) {
        seconds = 0;
        nanos = 0;
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() == SECONDS) seconds = cursor.value();
            else if (cursor.tag() == NANOS) nanos = (int) cursor.value();
            else cursor.skip();
        }
    }

    /** None, or three, six or nine digits. */
    private void addFraction(int fraction) {
        if (fraction == 0) return;
        add('.');
        addThree(fraction / 1_000_000);
        if (fraction % 1_000_000 == 0) return;
        addThree(fraction / 1000 % 1000);
        if (fraction % 1000 != 0) addThree(fraction % 1000);
    }

    private void addTwo(int number) {
        text[length] = (byte) ('0' + number / 10);
        text[length + 1] = (byte) ('0' + number % 10);
        length += 2;
    }

    private void addThree(int number) {
        text[length++] = (byte) ('0' + number / 100);
        addTwo(number % 100);
    }

    private void add(char ascii) {
        text[length++] = (byte) ascii;
    }
}
