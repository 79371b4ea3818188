package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.perigee.json.JsonWriter;
import java.time.LocalDate;

/**
 * Timestamps and durations in the form of ProtoJSON. For one thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class TimeText {
    private static final int SECONDS_A_DAY = 86_400;
    private static final long FIRST_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY - 1;
    /** About 10,000 years. */
    private static final long LONGEST_SECONDS = 315_576_000_000L;

    private static final int NANOS_A_SECOND = 1_000_000_000;
    private static final int SECONDS = Wire.tag(1, Wire.VARINT);
    private static final int NANOS = Wire.tag(2, Wire.VARINT);

    /** Digits are written over the zeros; what comes after the seconds may have a fraction in front of it. */
    private final byte[] text = "\"0000-00-00T00:00:00Z\" and a fraction".getBytes(US_ASCII);

    private static final int FRACTION = 20;

    private final CalendarDay day = new CalendarDay();
    private long seconds;
    private int nanos;

    /** False, with nothing written, if it is out of range: from year 1 to year 9999. */
    boolean writeTimestamp(byte[] bytes, long span, JsonWriter out) {
        read(bytes, span);
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos >= NANOS_A_SECOND) return false;
        int epochDay = (int) Math.floorDiv(seconds, SECONDS_A_DAY);
        int second = (int) (seconds - (long) epochDay * SECONDS_A_DAY);
        day.set(epochDay);
        putTwo(1, day.year() / 100);
        putTwo(3, day.year() % 100);
        putTwo(6, day.month());
        putTwo(9, day.dayOfMonth());
        putTwo(12, second / 3600);
        putTwo(15, second / 60 % 60);
        putTwo(18, second % 60);
        out.raw(text, 0, putEnd('Z', nanos));
        return true;
    }

    /** False, with nothing written, if it is out of range, or its parts have different signs. */
    boolean writeDuration(byte[] bytes, long span, JsonWriter out) {
        read(bytes, span);
        if (seconds > LONGEST_SECONDS || seconds < -LONGEST_SECONDS) return false;
        if (nanos <= -NANOS_A_SECOND || nanos >= NANOS_A_SECOND) return false;
        if (seconds < 0 && nanos > 0 || seconds > 0 && nanos < 0) return false;
        out.raw('"');
        if (seconds < 0 || nanos < 0) out.raw('-');
        out.writeLong(Math.abs(seconds));
        out.raw(text, FRACTION, putEnd('s', Math.abs(nanos)) - FRACTION);
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

    /** No fraction, or three, six or nine digits; then the unit and the quote. Gives where that ends. */
    private int putEnd(char unit, int fraction) {
        int at = FRACTION;
        if (fraction != 0) {
            text[at] = '.';
            at = putThree(at + 1, fraction / 1_000_000);
            if (fraction % 1_000_000 != 0) at = putThree(at, fraction / 1000 % 1000);
            if (fraction % 1000 != 0) at = putThree(at, fraction % 1000);
        }
        text[at] = (byte) unit;
        text[at + 1] = '"';
        return at + 2;
    }

    private int putThree(int at, int number) {
        text[at] = (byte) ('0' + number / 100);
        putTwo(at + 1, number % 100);
        return at + 3;
    }

    private void putTwo(int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
