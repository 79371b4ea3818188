package dev.perigee.grpc.wire;

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

    private static final long ZEROS = '0' << 8 | '0';
    /** {@code 0000-00-} with bytes of 0 for the digits. */
    private static final long DATE = (long) '-' << 32 | (long) '-' << 56;
    /** {@code 00T00:00} with bytes of 0 for the digits. */
    private static final long TIME = (long) 'T' << 16 | (long) ':' << 40;

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
        int minute = second / 60;
        int hour = minute / 60;
        out.raw('"');
        out.raw(two(day.year() / 100) | two(day.year() % 100) << 16 | two(day.month()) << 40 | DATE, 8);
        out.raw(two(day.dayOfMonth()) | two(hour) << 24 | two(minute - hour * 60) << 48 | TIME, 8);
        out.raw(two(second - minute * 60) << 8 | ':', 3);
        writeEnd('Z', nanos, out);
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
        writeEnd('s', Math.abs(nanos), out);
        return true;
    }

    private void read(byte[] bytes, long span) {
        int at = Span.start(span);
        int to = Span.end(span);
        seconds = 0;
        nanos = 0;
        while (at < to) {
            int tag = bytes[at++];
            if (tag < 0) {
                int start = at - 1;
                at = Wire.varintEnd(bytes, start, to);
                tag = (int) Wire.varint(bytes, start, at);
            }
            int end = Wire.valueEnd(bytes, at, to, tag);
            if (tag == SECONDS) seconds = Wire.varint(bytes, at, end);
            else if (tag == NANOS) nanos = (int) Wire.varint(bytes, at, end);
            at = end;
        }
    }

    /** No fraction, or three, six or nine digits; then the unit and the quote. */
    private static void writeEnd(char unit, int fraction, JsonWriter out) {
        if (fraction != 0) {
            int micros = fraction / 1000;
            int millis = micros / 1000;
            out.raw(three(millis) << 8 | '.', 4);
            if (millis * 1_000_000 != fraction) out.raw(three(micros - millis * 1000), 3);
            if (micros * 1000 != fraction) out.raw(three(fraction - micros * 1000), 3);
        }
        out.raw('"' << 8 | unit, 2);
    }

    private static long three(int number) {
        int hundreds = number / 100;
        return two(number - hundreds * 100) << 8 | '0' + hundreds;
    }

    /** Two digits, the first in the lower byte. */
    private static long two(int number) {
        int tens = number / 10;
        return ZEROS + tens + ((number - tens * 10) << 8);
    }
}
