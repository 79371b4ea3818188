package dev.perigee.sql.statement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Dates and times as text, {@code 2024-02-29 13:45:00.5}: of four digits of a year, with seconds always and a fraction
 * where there is one, without zeros at its end, so that texts sort as times. Read digit by digit, which is many times
 * faster than the JDK's parsers; what has another form gets an exception.
 */
final class SqliteTime {
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 8;

    private SqliteTime() {}

    static String write(LocalDateTime time) {
        return time.toLocalDate() + " " + write(time.toLocalTime());
    }

    static String write(LocalTime time) {
        String text = time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
        if (time.getNano() == 0) return text;
        int end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        return text.substring(0, end);
    }

    static LocalDateTime dateTime(String text) {
        char between = text.charAt(DATE_LENGTH);
        if (between != ' ' && between != 'T') throw new IllegalArgumentException(text);
        return LocalDateTime.of(date(text.substring(0, DATE_LENGTH)), time(text, DATE_LENGTH + 1));
    }

    static LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return LocalDate.parse(text);
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** @param start index of the hour in the text; a {@code Z} at the end is passed over */
    static LocalTime time(String text, int start) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.length();
        if (text.charAt(start + 2) != ':') throw new IllegalArgumentException(text);
        int hour = number(text, start, start + 2);
        int minute = number(text, start + 3, start + 5);
        if (end == start + 5) return LocalTime.of(hour, minute);
        if (text.charAt(start + 5) != ':') throw new IllegalArgumentException(text);
        int second = number(text, start + 6, start + SECONDS_LENGTH);
        return LocalTime.of(hour, minute, second, nanos(text, start + SECONDS_LENGTH, end));
    }

    private static int nanos(String text, int start, int end) {
        if (start == end) return 0;
        int digits = end - start - 1;
        if (text.charAt(start) != '.' || digits > 9) throw new IllegalArgumentException(text);
        int nanos = number(text, start + 1, end);
        for (int i = digits; i < 9; i++) nanos *= 10;
        return nanos;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) throw new IllegalArgumentException(text);
            number = number * 10 + digit;
        }
        return number;
    }
}
