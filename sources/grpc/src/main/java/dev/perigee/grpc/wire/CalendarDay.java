package dev.perigee.grpc.wire;

/**
 * A day of the proleptic Gregorian calendar, from year 1 on. Counts years from March, so that a leap day is the last day of
 * its year; replies have many timestamps, and {@link java.time.LocalDate} takes twice as long. For one thread.
 */
final class CalendarDay {
    /** From the first of March of the year 0 to the first of January 1970. */
    private static final int EPOCH = 719_468;

    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_IN_100_YEARS = 36_524;
    private static final int DAYS_IN_4_YEARS = 1_461;

    /** Of March to July, or August to December, which have the same lengths. */
    private static final int DAYS_IN_5_MONTHS = 153;

    private int year;
    private int month;
    private int dayOfMonth;

    /** @param epochDay in days from 1970-01-01 */
    void set(int epochDay) {
        int day = epochDay + EPOCH;
        int dayOfEra = day % DAYS_IN_400_YEARS;
        int century = Math.min(3, dayOfEra / DAYS_IN_100_YEARS); // the last has a day more
        int dayOfCentury = dayOfEra - century * DAYS_IN_100_YEARS;
        int fours = dayOfCentury / DAYS_IN_4_YEARS;
        int dayOfFour = dayOfCentury - fours * DAYS_IN_4_YEARS;
        int yearOfFour = Math.min(3, dayOfFour / 365); // so has the last
        int dayOfYear = dayOfFour - yearOfFour * 365;
        int monthFromMarch = (5 * dayOfYear + 2) / DAYS_IN_5_MONTHS;
        dayOfMonth = dayOfYear - (DAYS_IN_5_MONTHS * monthFromMarch + 2) / 5 + 1;
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int yearFromMarch = day / DAYS_IN_400_YEARS * 400 + century * 100 + fours * 4 + yearOfFour;
        year = month <= 2 ? yearFromMarch + 1 : yearFromMarch;
    }

    int year() {
        return year;
    }

    /** From 1. */
    int month() {
        return month;
    }

    /** From 1. */
    int dayOfMonth() {
        return dayOfMonth;
    }
}
